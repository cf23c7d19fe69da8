#include "report/map_sheets.hpp"

#include <algorithm>

#include "domain/zone_loss.hpp"
#include "report/map_colours.hpp"
#include "report/type_colours.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

const std::string loss_prefix = "loss_by_stratum_";

/// A name that any file system takes, and that no sheet before it has.
std::string file_part(const std::string& name, const std::vector<MapSheet>& taken) {
    std::string part;
    for (const char c : name) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                              c == '.' || c == '_';
        part += is_plain ? c : '_';
    }
    while (std::ranges::any_of(taken, [&](const MapSheet& sheet) { return sheet.loss_file == loss_prefix + part; }))
        part += "_";
    return part;
}

std::string name_of(const MapSheet& sheet, std::size_t stratum) {
    return stratum < sheet.strata.size() ? sheet.strata[stratum].name : english()("map.no_forest_type");
}

/// What a map says of itself, besides its classes.
std::vector<std::pair<std::string, std::string>> facts_of(const AuditCase& audit, const MapSheet& sheet) {
    std::vector<std::pair<std::string, std::string>> facts{{"TITLE", audit.title}, {"RELEASE", audit.release}};
    const std::string label = label_text(english(), audit, {});
    if (!label.empty()) facts.emplace_back("LABEL", label);
    if (sheet.map) {
        facts.emplace_back("STRATA_MAP", sheet.name);
        facts.emplace_back("STRATA_YEAR", std::to_string(audit.maps[*sheet.map].year));
    }
    return facts;
}

}  // namespace

std::vector<MapSheet> map_sheets(const AuditCase& audit) {
    std::vector<MapSheet> sheets;
    const std::uint8_t last = audit.codes.last_code();
    for (std::size_t map = 0; map < audit.maps.size(); ++map) {
        const StrataMap& strata = audit.maps[map];
        const std::string part = file_part(strata.name, sheets);
        sheets.push_back({map,
                          strata.name,
                          loss_prefix + part,
                          "strata_" + part,
                          strata.legend.strata(),
                          {strata.legend.strata().size(), last}});
    }
    if (sheets.empty()) {
        sheets.push_back({std::nullopt,
                          unstratified,
                          loss_prefix + unstratified,
                          "",
                          {{unstratified, StratumKind::forest}},
                          {1, last}});
    }
    return sheets;
}

std::size_t default_sheet(const std::vector<MapSheet>& sheets, std::optional<std::size_t> strata_map) {
    const auto found = std::ranges::find(sheets, strata_map, &MapSheet::map);
    return found == sheets.end() ? 0 : static_cast<std::size_t>(found - sheets.begin());
}

MapLook loss_look(const AuditCase& audit, const ForestRule& forest, const MapSheet& sheet) {
    MapLook look{{{MapValues::not_forest, "not forest in 2000", colour_of_open_land},
                  {MapValues::not_forest_lost, "not forest in 2000, loss", colour_of_open_land_loss},
                  {MapValues::not_counted, "not counted: no data or water", colour_of_not_counted}},
                 facts_of(audit, sheet)};
    const std::vector<Colour> colours = stratum_colours(sheet.strata, forest_types(audit));
    const MapValues& values = sheet.values;
    for (std::size_t stratum = 0; stratum <= values.strata(); ++stratum) {
        const std::string name = name_of(sheet, stratum);
        look.classes.push_back({values.of(stratum, 0), name + ", not lost", colours[stratum]});
        for (std::size_t code = 1; code <= values.last_code(); ++code) {
            const auto year_code = static_cast<std::uint8_t>(code);
            look.classes.push_back({values.of(stratum, year_code),
                                    name + ", lost in " + std::to_string(audit.codes.year_of(year_code).value()),
                                    colour_of_loss(code, values.last_code())});
        }
    }
    look.facts.emplace_back("FOREST", forest.text());
    look.facts.emplace_back("STEP", std::to_string(values.step()));
    look.facts.emplace_back("VALUES",
                            "0 outside the zones; 1 not forest in 2000; 2 not forest in 2000, loss; 3 not counted; "
                            "else number of the forest type x STEP + code of the loss year, code 0 = not lost, code 1 "
                            "= lost in " +
                                std::to_string(audit.codes.first().value()));
    return look;
}

MapLook strata_look(const AuditCase& audit, const MapSheet& sheet) {
    MapLook look{{}, facts_of(audit, sheet)};
    const std::vector<Colour> colours = stratum_colours(sheet.strata, forest_types(audit));
    for (std::size_t stratum = 0; stratum <= sheet.strata.size(); ++stratum)
        look.classes.push_back({StrataValues::of(stratum), name_of(sheet, stratum), colours[stratum]});
    look.classes.push_back({StrataValues::not_counted, "not counted: no data or water", colour_of_not_counted});
    look.facts.emplace_back("VALUES", "0 outside the zones; 255 not counted; else number of the stratum");
    return look;
}

MapLook seen_of(const AuditCase& audit, const ForestRule& forest, const MapSheet& sheet, MapLook look) {
    std::vector<bool> is_seen(std::size_t{sheet.values.largest()} + 1);
    for (std::size_t mark = 0; mark < sheet.values.step(); ++mark)
        is_seen[mark] = true;
    const Crosstab& crosstab = audit.crosstab(forest.min_area_ha);
    for (const Bin& bin : crosstab.bins()) {
        if (!forest.is_forest(bin.key.cover_pct)) continue;
        const std::size_t stratum = sheet.map ? crosstab.combinations()[bin.key.combination][*sheet.map] : 0;
        is_seen[sheet.values.of(stratum, bin.key.loss_code)] = true;
    }
    std::erase_if(look.classes, [&](const MapClass& one) { return !is_seen[one.value]; });
    return look;
}

PeriodCodes period_codes(const AuditCase& audit) {
    const std::uint8_t last = audit.codes.last_code();
    if (!audit.monitoring) return {1, last};
    PeriodCodes codes{last, 1};
    for (std::size_t code = 1; code <= last; ++code) {
        const auto year_code = static_cast<std::uint8_t>(code);
        if (audit.monitoring->fraction_of(audit.codes.year_of(year_code)) <= 0.0) continue;
        codes.first = std::min(codes.first, year_code);
        codes.last = std::max(codes.last, year_code);
    }
    return codes;
}

}  // namespace reddline::report
