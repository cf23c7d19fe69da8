#include "report/crosstab_tables.hpp"

#include <array>
#include <charconv>
#include <initializer_list>
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

/// A long table is handed out in pieces of about this size.
constexpr std::size_t piece_bytes = std::size_t{1} << 20;

/// The fields of a row that bins of one zone and combination share, each with its comma.
std::string start_of_row(const AuditCase& audit, const CrosstabOfArea& table, const BinKey& key) {
    std::string start;
    append_csv_field(audit.zones[key.zone].zone.name, start);
    start += ',';
    for (std::size_t map = 0; map < audit.maps.size(); ++map) {
        append_csv_field(audit.maps[map].legend.name_of(table.crosstab.combinations()[key.combination][map]), start);
        start += ',';
    }
    return start + shortest(table.min_area_ha) + ',';
}

/// Appends whole numbers, each with a comma.
void append_numbers(std::initializer_list<std::int64_t> numbers, std::string& text) {
    std::array<char, 24> digits{};
    for (const std::int64_t number : numbers) {
        const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
        text.append(digits.data(), result.ptr);
        text += ',';
    }
}

}  // namespace

void crosstab_csv(const AuditCase& audit, const TextSink& write) {
    std::vector<std::string> columns{"zone"};
    for (const StrataMap& map : audit.maps)
        columns.push_back(map.name);
    for (const char* name : {"min_area_ha", "cover_pct", "loss_year", "pixels", "area_cm2", "area_ha"})
        columns.emplace_back(name);
    std::string text = CsvText(columns).text();
    for (const CrosstabOfArea& table : audit.crosstabs) {
        const BinKey* last = nullptr;
        std::string start;
        for (const Bin& bin : table.crosstab.bins()) {
            if (last == nullptr || last->zone != bin.key.zone || last->combination != bin.key.combination) {
                start = start_of_row(audit, table, bin.key);
            }
            last = &bin.key;
            const int year = bin.key.loss_code == 0 ? 0 : audit.codes.year_of(bin.key.loss_code).value();
            text += start;
            append_numbers({bin.key.cover_pct, year, bin.tally.pixels, bin.tally.area_cm2}, text);
            text += hectares_text(bin.tally.area_cm2);
            text += '\n';
            if (text.size() < piece_bytes) continue;
            write(text);
            text.clear();
        }
    }
    write(text);
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
