#include "report/map_figure.hpp"

#include <nlohmann/json.hpp>

#include "domain/number_text.hpp"
#include "domain/year.hpp"
#include "report/base64.hpp"
#include "report/figure.hpp"
#include "report/html_parts.hpp"
#include "report/html_text.hpp"
#include "report/map_picture.hpp"

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;

const Json& default_map(const Json& maps) {
    for (const Json& map : maps.at("maps")) {
        if (map.at("strata_map") == maps.at("default_strata_map")) return map;
    }
    return maps.at("maps").at(0);
}

std::string lost_in_years(const Strings& say, int first, int last) {
    return say("column.lost_from_to", {{"first", std::to_string(first)}, {"last", std::to_string(last)}});
}

/// Strata with forest in any zone, in the order of the legend, and the marks of all other land.
std::string strata_legend(const Strings& say, const Json& audit, const Json& maps) {
    std::vector<Series> entries;
    for (const Json& stratum : default_map(maps).at("classes")) {
        bool is_seen = false;
        for (const Json& zone : audit.at("zones")) {
            for (const Json& row : zone.at("strata"))
                is_seen = is_seen || row.at("stratum") == stratum.at("stratum");
        }
        const std::string name = stratum.at("stratum");
        if (is_seen) entries.push_back({name.empty() ? say("map.no_forest_type") : name, stratum.at("colour")});
    }
    entries.push_back({say("map.not_forest"), maps.at("marks").at("not_forest")});
    entries.push_back({say("map.not_forest_lost"), maps.at("marks").at("not_forest_lost")});
    entries.push_back({say("map.not_counted"), maps.at("marks").at("not_counted")});
    return html_legend(entries);
}

double lost_ha(const Json& stratum, int first, int last) {
    double sum = 0.0;
    for (const auto& [year, area_ha] : stratum.at("loss_ha_by_year").items()) {
        const auto value = parse_integer(year);
        if (value && *value >= first && *value <= last) sum += area_ha.get<double>();
    }
    return sum;
}

PlainTable numbers_of(const Strings& say, const Json& audit, const Json& maps) {
    const Json& period = maps.at("period");
    PlainTable table{{say("column.zone"), say("column.forest_type"), say("column.forest_2000_ha"),
                      lost_in_years(say, maps.at("years").front().at("year"), maps.at("years").back().at("year"))},
                     {},
                     {0, 1}};
    const bool has_period = period.at("is_monitoring");
    if (has_period) table.head.push_back(lost_in_years(say, period.at("first"), period.at("last")));
    for (const Json& zone : audit.at("zones")) {
        for (const Json& stratum : zone.at("strata")) {
            const std::string name = stratum.at("stratum");
            table.rows.push_back({zone.at("zone"), name.empty() ? say("map.no_forest_type") : name,
                                  say.grouped(stratum.at("forest_2000").at("area_ha").get<double>(), 1),
                                  say.grouped(lost_ha(stratum, 0, last_year_of_dates), 1)});
            if (!has_period) continue;
            table.rows.back().push_back(say.grouped(lost_ha(stratum, period.at("first"), period.at("last")), 1));
        }
    }
    return table;
}

std::string notes_of(const Strings& say, const Json& maps) {
    const auto side = maps.at("picture").at("side").get<int>();
    std::string text = say("map.colours", {{"map", maps.at("default_strata_map").get<std::string>()},
                                           {"forest", maps.at("forest").get<std::string>()}});
    if (side > 1) text += " " + say("map.mean_colours", {{"side", std::to_string(side)}});
    if (maps.at("picture").at("zones").size() > most_named_zones) text += " " + say("map.small_zones");
    text += " " + say("map.north_and_file", {{"file", "maps/" + default_map(maps).at("loss").get<std::string>()}});
    return "<figcaption><p>" + html_text(text) + "</p></figcaption>\n";
}

std::string alternative_of(const Strings& say, const Json& maps) {
    std::vector<std::string> zones;
    for (const Json& zone : maps.at("picture").at("zones"))
        zones.push_back(say("map.zone", {{"zone", zone.at("zone").get<std::string>()}}));
    return say("figure.alternative",
               {{"title", say("map.title")}, {"says", say("map.says", {{"zones", say.joined("list.comma", zones)}})}});
}

}  // namespace

std::string html_map(const Strings& say, const Json& audit, const MapFiles& files) {
    const Json maps = Json::parse(files.description);
    return "<section class=\"part\">\n" + html_element("h2", say("section.map")) + "<figure class=\"map\">\n" +
           strata_legend(say, audit, maps) + "<div class=\"picture\">" +
           map_picture(say, maps, base64(files.picture_png), alternative_of(say, maps)) +
           "</div>\n<div class=\"years\">" + year_strip(say, maps) + "</div>\n" + notes_of(say, maps) +
           html_numbers(say, numbers_of(say, audit, maps), say("map.title")) + "</figure>\n</section>\n";
}

std::string html_no_map(const Strings& say) {
    return "<section class=\"part\">\n" + html_element("h2", say("section.map")) + html_element("p", say("map.none")) +
           "</section>\n";
}

}  // namespace reddline::report
