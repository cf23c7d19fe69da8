#include "cli/count_facts.hpp"

#include <filesystem>
#include <string>
#include <utility>

#include "domain/joined.hpp"
#include "domain/number_text.hpp"

namespace reddline::cli {

namespace {

std::string_view to_string(StratumKind kind) {
    if (kind == StratumKind::forest) return "forest";
    return kind == StratumKind::excluded ? "excluded" : "non_forest";
}

/// The last parts of the paths, which do not depend on where the folder lies.
std::string file_names(const std::vector<std::string>& paths) {
    std::vector<std::string> names;
    for (const std::string& path : paths)
        names.push_back(std::filesystem::path(path).filename().string());
    return joined(names);
}

template <typename Entries>
std::string names_of(const Entries& entries) {
    std::vector<std::string> names;
    for (const auto& entry : entries)
        names.push_back(entry.name);
    return joined(names);
}

void add_loss(const LoadedTables& tables, std::vector<CountFact>& facts) {
    const inputs::LossEntry& loss = *tables.file.loss;
    facts.push_back({"loss.lossyear", file_names(loss.lossyear)});
    facts.push_back({"loss.treecover2000", file_names(loss.treecover2000)});
    facts.push_back({"loss.datamask", file_names(loss.datamask)});
    facts.push_back({"loss.release", loss.release});
    facts.push_back({"loss.first_year", std::to_string(loss.codes.first().value())});
    facts.push_back({"loss.last_year", std::to_string(loss.codes.last().value())});
}

void add_patch_filter(const ForestRule& forest, std::vector<CountFact>& facts) {
    facts.push_back({"forest.min_area_ha", shortest(forest.min_area_ha)});
    // Without a patch filter nothing asks for neighbours.
    if (forest.min_area_ha <= 0.0) return;
    facts.push_back({"forest.connectivity", std::to_string(static_cast<int>(forest.neighbours))});
}

void add_strata(const inputs::StrataEntry& entry, const StrataMap& map, std::vector<CountFact>& facts) {
    const std::string prefix = "strata[" + entry.name + "].";
    facts.push_back({prefix + "raster", file_names(entry.raster)});
    facts.push_back({prefix + "vector", file_names({entry.vector})});
    facts.push_back({prefix + "layer", entry.layer});
    facts.push_back({prefix + "attribute", entry.attribute});
    facts.push_back({prefix + "resample", entry.resample == inputs::Resample::nearest ? "nearest" : ""});
    facts.push_back({prefix + "year", std::to_string(map.year)});
    facts.push_back({prefix + "role", std::string(reddline::to_string(map.role))});
    for (const auto& [code, index] : map.legend.codes()) {
        const Stratum& stratum = map.legend.strata()[index];
        facts.push_back({prefix + "legend[" + code + "]", stratum.name + ", " + std::string(to_string(stratum.kind))});
    }
}

void add_zone(const inputs::ZoneEntry& entry, std::vector<CountFact>& facts) {
    const std::string prefix = "zones[" + entry.name + "].";
    facts.push_back({prefix + "role", std::string(reddline::to_string(entry.role))});
    facts.push_back({prefix + "source", file_names({entry.source})});
    facts.push_back({prefix + "layer", entry.layer});
    facts.push_back({prefix + "where", entry.where});
    facts.push_back({prefix + "split_by", entry.split_by});
    facts.push_back({prefix + "project", entry.project});
}

}  // namespace

std::vector<CountFact> layer_facts(const LoadedTables& tables) {
    std::vector<CountFact> facts;
    add_loss(tables, facts);
    add_patch_filter(tables.audit.forest, facts);
    facts.push_back({"strata", names_of(tables.file.strata)});
    for (std::size_t i = 0; i < tables.file.strata.size(); ++i)
        add_strata(tables.file.strata[i], tables.audit.maps[i], facts);
    return facts;
}

std::vector<CountFact> zone_facts(const LoadedTables& tables) {
    std::vector<CountFact> facts{{"zones", names_of(tables.file.zones)}};
    for (const inputs::ZoneEntry& entry : tables.file.zones)
        add_zone(entry, facts);
    return facts;
}

std::vector<CountFact> count_facts(const LoadedTables& tables) {
    std::vector<CountFact> facts{{"label", tables.audit.label}};
    for (CountFact& fact : layer_facts(tables))
        facts.push_back(std::move(fact));
    for (CountFact& fact : zone_facts(tables))
        facts.push_back(std::move(fact));
    return facts;
}

}  // namespace reddline::cli
