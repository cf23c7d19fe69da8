#include "report/map_figure.hpp"

#include <nlohmann/json.hpp>

#include "domain/number_text.hpp"
#include "domain/year.hpp"
#include "report/base64.hpp"
#include "report/figure.hpp"
#include "report/html_parts.hpp"
#include "report/html_text.hpp"
#include "report/map_picture.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* heading = "Where the forest was lost";

const Json& default_map(const Json& maps) {
    for (const Json& map : maps.at("maps")) {
        if (map.at("strata_map") == maps.at("default_strata_map")) return map;
    }
    return maps.at("maps").at(0);
}

std::string period_text(const Json& maps) {
    const Json& period = maps.at("period");
    return std::to_string(period.at("first").get<int>()) + " to " + std::to_string(period.at("last").get<int>());
}

/// Strata with forest in any zone, in the order of the legend, and the marks of all other land.
std::string strata_legend(const Json& audit, const Json& maps) {
    std::vector<Series> entries;
    for (const Json& stratum : default_map(maps).at("classes")) {
        bool is_seen = false;
        for (const Json& zone : audit.at("zones")) {
            for (const Json& row : zone.at("strata"))
                is_seen = is_seen || row.at("stratum") == stratum.at("stratum");
        }
        const std::string name = stratum.at("stratum");
        if (is_seen) entries.push_back({name.empty() ? no_forest_type : name, stratum.at("colour")});
    }
    entries.push_back({"not forest in 2000", maps.at("marks").at("not_forest")});
    entries.push_back({"not forest in 2000, loss", maps.at("marks").at("not_forest_lost")});
    entries.push_back({"water, no data", maps.at("marks").at("not_counted")});
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

PlainTable numbers_of(const Json& audit, const Json& maps) {
    const Json& period = maps.at("period");
    const std::string first_year = std::to_string(maps.at("years").front().at("year").get<int>());
    const std::string last_year = std::to_string(maps.at("years").back().at("year").get<int>());
    PlainTable table{
        {"zone", "forest type", "forest 2000 ha", "lost " + first_year + " to " + last_year + " ha"}, {}, {0, 1}};
    const bool has_period = period.at("is_monitoring");
    if (has_period) table.head.push_back("lost " + period_text(maps) + " ha");
    for (const Json& zone : audit.at("zones")) {
        for (const Json& stratum : zone.at("strata")) {
            const std::string name = stratum.at("stratum");
            table.rows.push_back({zone.at("zone"), name.empty() ? no_forest_type : name,
                                  grouped(stratum.at("forest_2000").at("area_ha").get<double>(), 1),
                                  grouped(lost_ha(stratum, 0, last_year_of_dates), 1)});
            if (!has_period) continue;
            table.rows.back().push_back(grouped(lost_ha(stratum, period.at("first"), period.at("last")), 1));
        }
    }
    return table;
}

std::string notes_of(const Json& maps) {
    const auto side = maps.at("picture").at("side").get<int>();
    std::string text = "Colours of forest types: " + maps.at("default_strata_map").get<std::string>() + ". Forest is " +
                       maps.at("forest").get<std::string>() +
                       ". Solid lines are projects, dashed ones belts, dotted ones other zones.";
    if (side > 1) {
        text += " Each point of the picture has the mean colour of " + std::to_string(side) + " x " +
                std::to_string(side) +
                " pixels, so that scattered loss only tints it; maps/loss_share.png shows shares.";
    }
    if (maps.at("picture").at("zones").size() > most_named_zones) text += " Zones smaller than their names have none.";
    text += " North is up. The pixels themselves are in maps/" + default_map(maps).at("loss").get<std::string>() + ".";
    return "<figcaption><p>" + html_text(text) + "</p></figcaption>\n";
}

std::string alternative_of(const Json& maps) {
    std::string zones;
    for (const Json& zone : maps.at("picture").at("zones"))
        zones += (zones.empty() ? "'" : ", '") + zone.at("zone").get<std::string>() + "'";
    return "Map of the year of loss over the forest types, with the outlines of " + zones +
           ". Forest types are pale, loss is dark, later loss darker than earlier.";
}

}  // namespace

std::string html_map(const Json& audit, const MapFiles& files) {
    const Json maps = Json::parse(files.description);
    const std::string title = "Map of loss year over forest types";
    return "<section class=\"part\">\n" + html_element("h2", heading) + "<figure class=\"map\">\n" +
           strata_legend(audit, maps) + "<div class=\"picture\">" +
           map_picture(maps, base64(files.picture_png), title + ". " + alternative_of(maps)) +
           "</div>\n<div class=\"years\">" + year_strip(maps) + "</div>\n" + notes_of(maps) +
           html_numbers(numbers_of(audit, maps), title) + "</figure>\n</section>\n";
}

std::string html_no_map() {
    return "<section class=\"part\">\n" + html_element("h2", heading) +
           html_element("p", "No map was drawn: reddline audit with --maps draws one, and writes the maps beside it.") +
           "</section>\n";
}

}  // namespace reddline::report
