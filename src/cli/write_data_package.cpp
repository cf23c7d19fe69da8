#include "cli/write_data_package.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include "cli/sample.hpp"
#include "cli/write_maps.hpp"
#include "cli/write_parquet.hpp"
#include "domain/provenance.hpp"
#include "gdal_io/file_digest.hpp"
#include "report/data_package.hpp"
#include "report/table_columns.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

/// The files of the maps by their paths in the directory, sorted.
std::vector<std::string> map_names(const fs::path& folder) {
    std::vector<std::string> names;
    if (!fs::exists(folder / maps_folder)) return names;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder / maps_folder))
        names.push_back(entry.path().lexically_relative(folder).string());
    std::ranges::sort(names);
    return names;
}

}  // namespace

void write_data_package(const std::string& title, const std::string& label, const std::vector<StrataMap>& maps,
                        const std::atomic<bool>& stop, const OutputDirectory& output) {
    std::vector<std::string> names;
    for (const report::TableColumns& table : report::table_columns())
        names.push_back(table.file);
    for (const report::TableColumns& table : report::table_columns())
        names.push_back(parquet_name(table.file));
    names.emplace_back(points_geopackage);
    std::ranges::copy(map_names(output.folder()), std::back_inserter(names));
    std::vector<InputFile> files;
    for (const std::string& name : names) {
        const fs::path path = output.folder() / name;
        if (!fs::exists(path)) continue;
        const gdal_io::FileDigest digest = gdal_io::digest_of(path.string(), stop);
        files.push_back({name, digest.bytes, digest.sha256});
    }
    output.write("datapackage.json", report::data_package_json(title, label, maps, files));
}

}  // namespace reddline::cli
