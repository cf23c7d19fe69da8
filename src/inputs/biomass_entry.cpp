#include "inputs/biomass_entry.hpp"

#include <string>

#include "domain/error.hpp"
#include "domain/year.hpp"
#include "inputs/carbon_pool.hpp"
#include "inputs/strata_entries.hpp"

namespace reddline::inputs {

namespace {

SourcedNumber read_sourced(const TomlField& field, double highest) {
    const TomlTable table = field.table();
    table.expect_keys({"value", "source"}, {});
    return {table.at("value").number(0.0, highest), table.at("source").text()};
}

/// Forest of a later year than the product's last cannot be told, nor one of a year before the canopy cover that it starts from.
void expect_year_of_forest(const TomlField& year, int value, const LossCodes& codes) {
    const int first = codes.first().value() - 1;
    const int last = codes.last().value();
    if (value >= first && value <= last) return;
    throw Error(ErrorCode::period_outside, year.place(),
                "biomass.year: expected a year from " + std::to_string(first) + " (the canopy cover's) to " +
                    std::to_string(last) + " (the loss product's last), found " + std::to_string(value) +
                    "; take a biomass map of such a year, or a later release of the loss product");
}

void read_root_ratio(const TomlTable& biomass, BiomassEntry& entry) {
    if (const auto ratio = biomass.find("root_ratio")) {
        entry.root_ratio = read_sourced(*ratio, most_root_ratio);
    }
    const auto table = biomass.find("root_ratios");
    if (!table) return;
    if (entry.root_ratio) table->fail("no root_ratios beside root_ratio", "remove one of the two");
    entry.root_ratios = table->text();
}

}  // namespace

std::optional<BiomassEntry> read_biomass(const TomlTable& audit_file, const AuditFile& known) {
    const auto section = audit_file.find("biomass");
    if (!section) return std::nullopt;
    const TomlTable biomass = section->table();
    biomass.expect_keys({"agb", "year", "source", "carbon_fraction"},
                        {"standard_deviation", "resample", "root_ratio", "root_ratios", "zones", "strata"});
    if (!known.loss) {
        biomass.fail("expected [biomass] beside a loss product in [loss], found none; without pixels remove [biomass]");
    }
    BiomassEntry entry;
    entry.agb = biomass.at("agb").texts();
    if (const auto deviation = biomass.find("standard_deviation")) entry.standard_deviation = deviation->texts();
    const TomlField year = biomass.at("year");
    entry.year = year.whole(1, last_year_of_dates);
    expect_year_of_forest(year, entry.year, known.loss->codes);
    entry.source = biomass.at("source").text();
    if (const auto resample = biomass.find("resample")) {
        static_cast<void>(resample->choice({"nearest"}));
        entry.resample = Resample::nearest;
    }
    entry.carbon_fraction = read_sourced(biomass.at("carbon_fraction"), 1.0);
    read_root_ratio(biomass, entry);
    if (const auto zones = biomass.find("zones")) entry.zones = zones->texts();
    if (const auto strata = biomass.find("strata")) entry.strata = read_map_name(*strata, known.strata);
    return entry;
}

}  // namespace reddline::inputs
