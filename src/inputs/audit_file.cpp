#include "inputs/audit_file.hpp"

#include <algorithm>
#include <limits>

#include "domain/file_name.hpp"
#include "inputs/biomass_entry.hpp"
#include "inputs/claim_entry.hpp"
#include "inputs/design_entry.hpp"
#include "inputs/history_entry.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/project_entry.hpp"
#include "inputs/readings_entry.hpp"
#include "inputs/reference_level_entry.hpp"
#include "inputs/sample_entry.hpp"
#include "inputs/setting.hpp"
#include "inputs/strata_entries.hpp"
#include "inputs/toml_document.hpp"
#include "inputs/toml_table.hpp"
#include "inputs/uncertainty_entry.hpp"
#include "inputs/zone_entries.hpp"

namespace reddline::inputs {

namespace {

void expect_schema(const TomlTable& audit_file) {
    constexpr int known_schema = 1;
    const auto schema = audit_file.find("schema");
    if (!schema || schema->whole(0, std::numeric_limits<int>::max()) == known_schema) return;
    schema->fail("1", "this program reads files of schema 1");
}

std::optional<LossEntry> read_loss(const TomlTable& audit_file) {
    const auto section = audit_file.find("loss");
    if (!section) return std::nullopt;
    const TomlTable loss = section->table();
    loss.expect_keys({"lossyear", "treecover2000", "release", "first_year", "last_year"}, {"datamask"});
    const int first_year = loss.at("first_year").whole(1, last_year_of_dates);
    const TomlField last = loss.at("last_year");
    const int last_year = last.whole(1, last_year_of_dates);
    LossEntry entry{
        .lossyear = loss.at("lossyear").texts(),
        .treecover2000 = loss.at("treecover2000").texts(),
        .datamask = {},
        .release = loss.at("release").text(),
        .codes = made_at(last,
                         [&] {
                             return LossCodes{LossYear{first_year}, LossYear{last_year}};
                         }),
    };
    if (const auto datamask = loss.find("datamask")) entry.datamask = datamask->texts();
    return entry;
}

PatchNeighbours read_connectivity(const TomlField& field) {
    constexpr int fewest = 4;
    constexpr int most = 8;
    const int neighbours = field.whole(fewest, most);
    if (neighbours != fewest && neighbours != most) field.fail("4 or 8", "choose one of the two");
    return neighbours == fewest ? PatchNeighbours::four : PatchNeighbours::eight;
}

/// The largest smallest patch that is still a filter: definitions of forest ask for 0.05 to 1 ha, and the FAO for 0.5
/// ha; 10,000 ha is the size of whole landscapes, and far below where areas in whole cm2 could overflow.
constexpr double most_min_area_ha = 10'000.0;

ForestRule read_forest_rule(const TomlTable& forest) {
    forest.expect_keys({"canopy_pct", "canopy_rule"}, {"canopy_sweep", "min_area_ha", "connectivity"});
    ForestRule rule;
    rule.canopy_pct = forest.at("canopy_pct").number(0.0, 100.0);
    const bool greater = forest.at("canopy_rule").choice({"greater", "at-least"}) == "greater";
    rule.canopy_rule = greater ? CanopyRule::greater : CanopyRule::at_least;
    if (const auto area = forest.find("min_area_ha")) {
        rule.min_area_ha = area->number(0.0, most_min_area_ha);
    }
    if (const auto connectivity = forest.find("connectivity")) rule.neighbours = read_connectivity(*connectivity);
    return rule;
}

std::vector<double> read_canopy_sweep(const TomlTable& forest) {
    std::vector<double> thresholds_pct;
    const auto sweep = forest.find("canopy_sweep");
    if (!sweep) return thresholds_pct;
    for (const TomlField& threshold : sweep->elements())
        thresholds_pct.push_back(threshold.number(0.0, 100.0));
    return thresholds_pct;
}

std::vector<std::string> read_factors(const TomlTable& audit_file) {
    const auto section = audit_file.find("carbon");
    if (!section) return {};
    const TomlTable carbon = section->table();
    carbon.expect_keys({"factors"}, {});
    const TomlField factors = carbon.at("factors");
    std::vector<std::string> names;
    for (const std::string& path : factors.texts()) {
        const std::string name = file_name_of(path);
        if (std::ranges::find(names, name) != names.end()) {
            carbon.fail("expected factor sets with file names of their own, found " + in_quotes(name) +
                        " again; rename one of the files, because the name stands for the set in every table");
        }
        names.push_back(name);
    }
    return factors.texts();
}

std::optional<MonitoringPeriod> read_monitoring(const TomlTable& audit_file, const std::optional<LossEntry>& loss) {
    const auto section = audit_file.find("monitoring");
    if (!section) return std::nullopt;
    const TomlTable monitoring = section->table();
    monitoring.expect_keys({"start", "end"}, {});
    const TomlField start = monitoring.at("start");
    const TomlField end = monitoring.at("end");
    const auto first_day = start.date();
    const auto last_day = end.date();
    const auto period = made_at(end, [&] { return MonitoringPeriod{first_day, last_day}; });
    expect_year_covered(start, period.first_year().value(), loss);
    expect_year_covered(end, period.last_year().value(), loss);
    return period;
}

std::vector<Deduction> read_deductions(const TomlTable& audit_file) {
    std::vector<Deduction> deductions;
    const auto section = audit_file.find("deductions");
    if (!section) return deductions;
    const TomlTable table = section->table();
    for (const std::string& name : table.keys()) {
        const TomlTable deduction = table.at(name).table();
        deduction.expect_keys({"fraction", "source"}, {});
        deductions.push_back({name, deduction.at("fraction").number(0.0, 1.0), deduction.at("source").text()});
    }
    return deductions;
}

/// Only pixels ask what forest is: an audit of tables alone is told.
void expect_sections(const TomlTable& audit_file) {
    std::vector<std::string> required{"schema", "title"};
    std::vector<std::string> optional{
        "label", "loss",    "strata",   "zones",   "carbon",        "reference_level", "monitoring",  "deductions",
        "claim", "project", "readings", "biomass", "sample_design", "sample",          "uncertainty", "buffer"};
    if (audit_file.find("loss")) {
        required.emplace_back("forest");
    } else {
        optional.insert(optional.begin(), "forest");
    }
    audit_file.expect_keys(required, optional);
}

}  // namespace

AuditFile parse_audit_file(std::string_view text, const std::string& name, const std::vector<std::string>& settings) {
    TomlValue document = parse_toml(text, name);
    for (const std::string& setting : settings)
        apply_setting(setting, document);
    const TomlTable root{document, name, ""};
    expect_schema(root);
    expect_sections(root);
    AuditFile audit;
    audit.title = root.at("title").text();
    audit.label = root.text_or_empty("label");
    audit.loss = read_loss(root);
    audit.areas = read_project_areas(root);
    if (const auto section = root.find("forest")) {
        const TomlTable forest = section->table();
        audit.forest = read_forest_rule(forest);
        audit.canopy_sweep = read_canopy_sweep(forest);
    }
    audit.strata = read_strata_entries(root);
    audit.zones = read_zone_entries(root);
    audit.factors = read_factors(root);
    audit.reference_level = read_reference_level(root, audit);
    audit.monitoring = read_monitoring(root, audit.loss);
    audit.deductions = read_deductions(root);
    audit.claim = read_claim(root, audit);
    audit.sample = read_sample(root, audit);
    audit.limits = read_reading_limits(root);
    audit.biomass = read_biomass(root, audit);
    audit.sample_design = read_sample_design(root, audit);
    audit.uncertainty = read_uncertainty(root);
    audit.buffer = read_buffer(root);
    return audit;
}

}  // namespace reddline::inputs
