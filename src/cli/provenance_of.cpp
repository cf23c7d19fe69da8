#include "cli/provenance_of.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/version.hpp"
#include "gdal_io/gdal_session.hpp"
#include "pipeline/spread.hpp"
#include "report/words.hpp"

namespace reddline::cli {

namespace fs = std::filesystem;

std::string input_name(const std::string& path, const std::string& folder) {
    if (path.starts_with("/vsi")) return path;
    const fs::path base = fs::absolute(folder.empty() ? "." : folder).lexically_normal();
    return fs::absolute(path).lexically_normal().lexically_relative(base).generic_string();
}

std::vector<std::string> all_inputs(const LoadedTables& tables, const std::vector<std::string>& others) {
    std::vector<std::string> all = tables.read;
    for (const std::string& file : others) {
        if (std::ranges::find(all, file) == all.end()) all.push_back(file);
    }
    return all;
}

Provenance program_here() {
    Provenance provenance;
    provenance.version = version;
    provenance.commit = commit;
    provenance.compiler = compiler;
    provenance.libraries = {
        {"GDAL", gdal_io::gdal_version()}, {"GEOS", gdal_io::geos_version()}, {"PROJ", gdal_io::proj_version()}};
    return provenance;
}

Provenance provenance_of(const std::string& command, const std::string& label, const std::vector<NamedFile>& files,
                         std::size_t threads, InputDigests& digests) {
    Provenance provenance = program_here();
    provenance.command = command;
    provenance.label = label;
    std::vector<std::string> paths;
    for (const NamedFile& file : files)
        paths.push_back(file.path);
    pipeline::run_beside(threads, digests.work_for(paths), [] {});
    for (const NamedFile& file : files) {
        const gdal_io::FileDigest& digest = digests.of(file.path);
        provenance.inputs.push_back({file.name, digest.bytes, digest.sha256});
    }
    return provenance;
}

Provenance provenance_of(const Options& options, const LoadedTables& tables, const std::vector<std::string>& files,
                         InputDigests& digests) {
    std::vector<NamedFile> named;
    for (const std::string& file : all_inputs(tables, files)) {
        const fs::path name = fs::path(file).filename();
        const bool is_counted = !options.crosstab.empty() && file == fs::path(options.crosstab) / name;
        named.push_back({is_counted ? (crosstab_name / name).string() : input_name(file, tables.folder), file});
    }
    return provenance_of(command_text(options), report::label_text(report::english(), tables.audit), named,
                         options.threads, digests);
}

}  // namespace reddline::cli
