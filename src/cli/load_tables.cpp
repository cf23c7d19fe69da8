#include "cli/load_tables.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "domain/error.hpp"
#include "gdal_io/gdal_session.hpp"
#include "inputs/factor_table.hpp"
#include "inputs/legend_table.hpp"
#include "inputs/transition_table.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

/// Reads tables and remembers which.
class TableReader {
public:
    TableReader(std::string folder, std::vector<std::string>& read) : folder_{std::move(folder)}, read_{read} {}

    std::string operator()(const std::string& path) const {
        const std::string resolved = gdal_io::resolved(path, folder_);
        std::string text = read_text(resolved);
        if (std::ranges::find(read_, resolved) == read_.end()) read_.push_back(resolved);
        return text;
    }

private:
    std::string folder_;
    std::vector<std::string>& read_;
};

/// The classes of a national matrix where no class table is given: the strata of the maps, by name.
Legend classes_of_maps(const std::vector<StrataMap>& maps) {
    Legend classes("the legends of the strata maps, since [reference_level] names no table of classes");
    for (const StrataMap& map : maps) {
        for (const Stratum& stratum : map.legend.strata()) {
            if (!classes.codes().contains(stratum.name)) classes.add(stratum.name, stratum);
        }
    }
    return classes;
}

void add_reference_level(const inputs::AuditFile& file, const TableReader& read_table, AuditCase& audit) {
    if (!file.reference_level) return;
    const inputs::ReferenceLevelEntry& entry = *file.reference_level;
    audit.rate = entry.rate;
    audit.history = entry.history;
    if (entry.transitions.empty()) return;
    const Legend classes = entry.classes.empty() ? classes_of_maps(audit.maps)
                                                 : inputs::parse_classes(read_table(entry.classes), entry.classes);
    audit.transitions = inputs::parse_transitions(read_table(entry.transitions), entry.transitions, classes);
}

}  // namespace

std::string read_text(const std::string& path) {
    std::error_code error;
    if (!fs::exists(path, error)) {
        throw Error(ErrorCode::missing_file, path, "expected a file, found none; check the path");
    }
    // Reading a directory is no failure to open it: only the look at it tells.
    if (fs::is_directory(path, error)) {
        throw Error(ErrorCode::unreadable_file, path, "expected a file, found a directory; name a file in it");
    }
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream) {
        throw Error(ErrorCode::unreadable_file, path,
                    "expected a readable file, found: " + std::string(std::strerror(errno)));
    }
    return text;
}

LoadedTables load_tables(const std::string& audit_file) {
    inputs::AuditFile file = inputs::parse_audit_file(read_text(audit_file), audit_file);
    if (!file.loss) {
        throw Error(ErrorCode::audit_file, audit_file,
                    "expected a table [loss] that names the loss product, found none; add it");
    }
    if (file.zones.empty()) {
        throw Error(ErrorCode::audit_file, audit_file, "expected at least one [[zones]] entry, found none; add one");
    }
    const std::string folder = fs::path(audit_file).parent_path().string();
    AuditCase audit{.title = file.title,
                    .label = file.label,
                    .release = file.loss->release,
                    .codes = file.loss->codes,
                    .forest = file.forest,
                    .canopy_sweep = file.canopy_sweep,
                    .maps = {},
                    .zones = {},
                    .crosstabs = {},
                    .factors = {},
                    .transitions = {},
                    .rate = {},
                    .history = {},
                    .monitoring = file.monitoring,
                    .deductions = file.deductions};
    std::vector<std::string> read{audit_file};
    const TableReader read_table(folder, read);
    for (const inputs::StrataEntry& entry : file.strata) {
        audit.maps.push_back(
            {entry.name, entry.year, entry.role, inputs::parse_legend(read_table(entry.legend), entry.legend)});
    }
    if (!file.factors.empty()) {
        audit.factors = inputs::parse_factors(read_table(file.factors), fs::path(file.factors).filename().string());
    }
    add_reference_level(file, read_table, audit);
    return {std::move(file), folder, std::move(audit), std::move(read)};
}

}  // namespace reddline::cli
