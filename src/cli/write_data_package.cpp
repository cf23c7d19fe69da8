#include "cli/write_data_package.hpp"

#include <filesystem>
#include <vector>

#include "domain/provenance.hpp"
#include "gdal_io/file_digest.hpp"
#include "report/data_package.hpp"
#include "report/table_columns.hpp"

namespace reddline::cli {

void write_data_package(const AuditCase& audit, const std::string& label, const std::atomic<bool>& stop,
                        const OutputDirectory& output) {
    std::vector<InputFile> tables;
    for (const report::TableColumns& table : report::table_columns()) {
        const std::filesystem::path path = output.folder() / table.file;
        if (!std::filesystem::exists(path)) continue;
        const gdal_io::FileDigest digest = gdal_io::digest_of(path.string(), stop);
        tables.push_back({table.file, digest.bytes, digest.sha256});
    }
    output.write("datapackage.json", report::data_package_json(audit.title, label, audit.maps, tables));
}

}  // namespace reddline::cli
