#include "report/map_json.hpp"

#include <nlohmann/json.hpp>

#include "report/map_colours.hpp"
#include "report/map_pictures.hpp"
#include "report/type_colours.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;

std::string_view kind_text(StratumKind kind) {
    if (kind == StratumKind::forest) return "forest";
    return kind == StratumKind::excluded ? "excluded" : "non-forest";
}

Json strata_json(const MapSheet& sheet, const std::vector<std::string>& types) {
    Json strata = Json::array();
    const std::vector<Colour> colours = stratum_colours(sheet.strata, types);
    for (std::size_t i = 0; i < sheet.strata.size(); ++i) {
        strata.push_back({{"number", i + 1},
                          {"stratum", sheet.strata[i].name},
                          {"kind", kind_text(sheet.strata[i].kind)},
                          {"colour", hex_text(colours[i])}});
    }
    strata.push_back(
        {{"number", colours.size()}, {"stratum", ""}, {"kind", nullptr}, {"colour", hex_text(colours.back())}});
    return strata;
}

Json sheet_json(const MapSheet& sheet, const std::vector<std::string>& types) {
    return {{"strata_map", sheet.name},
            {"loss", sheet.loss_file + ".tif"},
            {"strata", sheet.strata_file.empty() ? Json(nullptr) : Json(sheet.strata_file + ".tif")},
            {"step", sheet.values.step()},
            {"classes", strata_json(sheet, types)}};
}

Json years_json(const AuditCase& audit) {
    Json years = Json::array();
    for (std::size_t code = 1; code <= audit.codes.last_code(); ++code) {
        years.push_back({{"code", code},
                         {"year", audit.codes.year_of(static_cast<std::uint8_t>(code)).value()},
                         {"colour", hex_text(colour_of_loss(code, audit.codes.last_code()))}});
    }
    return years;
}

Json shares_json() {
    Json classes = Json::array();
    for (const ShareClass& one : share_classes)
        classes.push_back({{"most_pct", one.most_pct}, {"colour", hex_text(one.colour)}});
    return classes;
}

Json zones_json(const AuditCase& audit, const MapFrame& frame) {
    Json zones = Json::array();
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        zones.push_back({{"zone", audit.zones[zone].zone.name},
                         {"role", to_string(audit.zones[zone].zone.role)},
                         {"outline", frame.outlines[zone]}});
    }
    return zones;
}

}  // namespace

std::string maps_json(const AuditCase& audit, const Reading& default_reading, const std::vector<MapSheet>& sheets,
                      const MapFrame& frame) {
    const PeriodCodes period = period_codes(audit);
    Json json{{"schema", 1}, {"title", audit.title}, {"label", label_text(english(), audit, {})}};
    json["release"] = audit.release;
    json["forest"] = default_reading.forest.text();
    json["default_strata_map"] = sheets[default_sheet(sheets, default_reading.strata_map)].name;
    json["maps"] = Json::array();
    for (const MapSheet& sheet : sheets)
        json["maps"].push_back(sheet_json(sheet, forest_types(audit)));
    json["years"] = years_json(audit);
    json["period"] = {{"first", audit.codes.year_of(period.first).value()},
                      {"last", audit.codes.year_of(period.last).value()},
                      {"is_monitoring", audit.monitoring.has_value()}};
    json["marks"] = {{"not_forest", hex_text(colour_of_open_land)},
                     {"not_forest_lost", hex_text(colour_of_open_land_loss)},
                     {"not_counted", hex_text(colour_of_not_counted)}};
    json["share_classes"] = shares_json();
    json["picture"] = {{"file", frame.file},
                       {"side", frame.side},
                       {"columns", frame.columns},
                       {"rows", frame.rows},
                       {"cell_width_m", frame.cell_width_m},
                       {"zones", zones_json(audit, frame)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace reddline::report
