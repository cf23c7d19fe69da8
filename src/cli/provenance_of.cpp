#include "cli/provenance_of.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/version.hpp"
#include "gdal_io/file_digest.hpp"
#include "gdal_io/gdal_session.hpp"
#include "pipeline/ordered_map.hpp"
#include "report/words.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

/// The path as seen from the audit file's folder, so that it is the same wherever the folder lies.
std::string host_independent(const std::string& path, const std::string& folder) {
    if (path.starts_with("/vsi")) return path;
    const fs::path base = fs::absolute(folder.empty() ? "." : folder).lexically_normal();
    return fs::absolute(path).lexically_normal().lexically_relative(base).generic_string();
}

}  // namespace

Provenance provenance_of(const std::string& command, const LoadedTables& tables, const std::vector<std::string>& files,
                         std::size_t threads, const std::atomic<bool>& stop) {
    std::vector<std::string> all = tables.read;
    for (const std::string& file : files) {
        if (std::ranges::find(all, file) == all.end()) all.push_back(file);
    }
    Provenance provenance;
    provenance.command = command;
    provenance.version = version;
    provenance.commit = commit;
    provenance.compiler = compiler;
    provenance.libraries = {
        {"GDAL", gdal_io::gdal_version()}, {"GEOS", gdal_io::geos_version()}, {"PROJ", gdal_io::proj_version()}};
    provenance.label = report::label_text(tables.audit);
    pipeline::ordered_map(
        all.size(), threads, &stop, [&](std::size_t i) { return gdal_io::digest_of(all[i], stop); },
        [&](const gdal_io::FileDigest& digest) {
            provenance.inputs.push_back({host_independent(digest.path, tables.folder), digest.bytes, digest.sha256});
        });
    return provenance;
}

}  // namespace reddline::cli
