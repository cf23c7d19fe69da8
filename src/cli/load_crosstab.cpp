#include "cli/load_crosstab.hpp"

#include <filesystem>

#include "cli/count_facts.hpp"
#include "inputs/count_basis.hpp"
#include "inputs/crosstab_table.hpp"
#include "inputs/finding_table.hpp"
#include "inputs/zone_references.hpp"

namespace reddline::cli {

EarlierCount load_crosstab(const std::string& folder, LoadedTables& tables) {
    AuditCase& audit = tables.audit;
    EarlierCount earlier;
    const auto read = [&](const char* name) {
        earlier.files.push_back((std::filesystem::path(folder) / name).string());
        return read_text(earlier.files.back());
    };
    const std::string crosstab_csv = read("crosstab.csv");
    const std::string pixels_csv = read("pixels.csv");
    const std::string basis_json = read("crosstab.json");
    earlier.basis = inputs::parse_count_basis(basis_json, earlier.files.back());
    expect_counted_with(count_facts(tables), earlier.basis->facts, earlier.files.back());
    if (!earlier.basis->partial.empty()) {
        audit.label += (audit.label.empty() ? "" : "; ") + earlier.basis->partial;
    }
    const std::string zones_csv = read("zones.csv");
    audit.zones = inputs::parse_zones(zones_csv, earlier.files.back());
    audit.crosstabs =
        inputs::parse_crosstabs({crosstab_csv, pixels_csv, zones_csv}, audit.zones, audit.maps, audit.codes);
    inputs::resolve_zone_names(audit);
    const std::string findings_csv = read("layer_findings.csv");
    earlier.layer_findings = inputs::parse_findings(findings_csv, earlier.files.back());
    return earlier;
}

}  // namespace reddline::cli
