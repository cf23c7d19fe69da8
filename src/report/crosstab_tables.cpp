#include "report/crosstab_tables.hpp"

#include <vector>

#include "domain/number_text.hpp"
#include "domain/units.hpp"
#include "report/csv_text.hpp"

namespace reddline::report {

namespace {

std::string hectares_text(std::int64_t area_cm2) {
    return shortest(hectares(area_cm2).value());
}

void add_outcomes(const std::string& min_area_ha, const std::string& zone, const OutcomeTally& outcomes, CsvText& csv) {
    for (const Outcome outcome : all_outcomes()) {
        // How much lies around the zones depends on how the files are cut into blocks, not on what they say.
        if (outcome == Outcome::outside_zones) continue;
        const Tally& tally = outcomes[static_cast<std::size_t>(outcome)];
        csv.add({min_area_ha, zone, std::string(to_string(outcome)), std::to_string(tally.pixels),
                 std::to_string(tally.area_cm2), hectares_text(tally.area_cm2)});
    }
}

}  // namespace

std::string crosstab_csv(const AuditCase& audit) {
    std::vector<std::string> columns{"zone"};
    for (const StrataMap& map : audit.maps)
        columns.push_back(map.name);
    for (const char* name : {"min_area_ha", "cover_pct", "loss_year", "pixels", "area_cm2", "area_ha"})
        columns.emplace_back(name);
    CsvText csv(columns);
    for (const CrosstabOfArea& table : audit.crosstabs) {
        for (const Bin& bin : table.crosstab.bins()) {
            std::vector<std::string> fields{audit.zones[bin.key.zone].zone.name};
            for (std::size_t map = 0; map < audit.maps.size(); ++map) {
                fields.push_back(
                    audit.maps[map].legend.name_of(table.crosstab.combinations()[bin.key.combination][map]));
            }
            fields.push_back(shortest(table.min_area_ha));
            fields.push_back(std::to_string(bin.key.cover_pct));
            fields.push_back(bin.key.loss_code == 0 ? "0"
                                                    : std::to_string(audit.codes.year_of(bin.key.loss_code).value()));
            fields.push_back(std::to_string(bin.tally.pixels));
            fields.push_back(std::to_string(bin.tally.area_cm2));
            fields.push_back(hectares_text(bin.tally.area_cm2));
            csv.add(fields);
        }
    }
    return csv.text();
}

std::string pixels_csv(const AuditCase& audit) {
    CsvText csv({"min_area_ha", "zone", "outcome", "pixels", "area_cm2", "area_ha"});
    for (const CrosstabOfArea& table : audit.crosstabs) {
        const std::string min_area_ha = shortest(table.min_area_ha);
        add_outcomes(min_area_ha, "", table.crosstab.outcomes(), csv);
        for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
            add_outcomes(min_area_ha, audit.zones[zone].zone.name, table.crosstab.zone_outcome(zone), csv);
        }
    }
    return csv.text();
}

std::string zones_csv(const AuditCase& audit) {
    CsvText csv({"zone", "role", "entry", "project", "features", "repaired", "pixels", "area_cm2", "area_ha",
                 "outside_pixels"});
    for (const ZoneExtent& extent : audit.zones) {
        csv.add({extent.zone.name, std::string(to_string(extent.zone.role)), extent.zone.entry, extent.zone.project,
                 std::to_string(extent.features), std::to_string(extent.repaired), std::to_string(extent.inside.pixels),
                 std::to_string(extent.inside.area_cm2), hectares_text(extent.inside.area_cm2),
                 std::to_string(extent.outside_pixels)});
    }
    return csv.text();
}

}  // namespace reddline::report
