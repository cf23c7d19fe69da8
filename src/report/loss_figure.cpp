#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "domain/loss_product.hpp"
#include "domain/number_text.hpp"
#include "report/figure_parts.hpp"
#include "report/figures.hpp"
#include "report/type_series.hpp"

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;
using Losses = std::map<std::string, std::map<int, double>>;  // ha by forest type and year

constexpr const char* no_forest = "";  // what the strata map shows as no forest has no forest type

/// Forest types with a loss, the largest sum first, and last what is not forest.
std::vector<std::string> types_by_loss(const Losses& losses) {
    std::vector<std::pair<double, std::string>> sums;
    for (const auto& [type, years] : losses) {
        double sum = 0.0;
        for (const auto& [year, area_ha] : years)
            sum += area_ha;
        if (sum > 0.0) sums.emplace_back(type == no_forest ? 0.0 : -sum, type);
    }
    std::ranges::sort(sums);
    std::vector<std::string> types;
    for (const auto& entry : sums)
        types.push_back(entry.second);
    return types;
}

/// Losses by forest type; those where the strata map shows no forest stand under one name.
Losses losses_of(const Json& audit, const std::string& project) {
    Losses losses;
    const Json* const zone = entry_of(audit.at("zones"), project);
    if (zone == nullptr) return losses;
    for (const Json& stratum : zone->at("strata")) {
        const std::string type = stratum.at("is_forest_stratum").get<bool>() ? stratum.at("stratum") : Json(no_forest);
        for (const auto& [year, area_ha] : stratum.at("loss_ha_by_year").items())
            losses[type][static_cast<int>(parse_integer(year).value_or(0))] += area_ha.get<double>();
    }
    return losses;
}

std::string name_of(const Strings& say, const std::string& type) {
    return type == no_forest ? say("figure.yearly.not_forest") : type;
}

/// The years of the period as a span, and the years in which the loss product changed, as dashed lines.
void mark(const Strings& say, const Json& monitoring, int first, int last, Figure& figure) {
    Panel& panel = figure.panels.front();
    const double top = panel.y.to;
    const auto year_of = [&](const char* end) { return std::stoi(monitoring.at(end).get<std::string>().substr(0, 4)); };
    if (!monitoring.is_null()) {
        figure.series.push_back({say("figure.yearly.period"), colour_of_ground});
        panel.bars.insert(panel.bars.begin(),
                          {year_of("start") - 0.5, year_of("end") + 0.5, 0.0, top, figure.series.size() - 1, ""});
    }
    for (const int change : {improved_detection_from, newer_sensors_from}) {
        if (change <= first || change > last) continue;
        panel.rules.push_back({change - 0.5, 0.0, change - 0.5, top, true});
        panel.labels.push_back({change - 0.5, top * 0.97, std::to_string(change), false, false});
    }
    if (first < newer_sensors_from && last >= improved_detection_from) {
        figure.notes.push_back(say("figure.yearly.dashed"));
    }
}

PlainTable numbers_of(const Strings& say, const Losses& losses, const std::vector<std::string>& types, int first,
                      int last) {
    PlainTable table{{say("column.year")}, {}};
    for (const std::string& type : types)
        table.head.push_back(say("column.type_ha", {{"type", name_of(say, type)}}));
    for (int year = first; year <= last; ++year) {
        std::vector<std::string> row{std::to_string(year)};
        for (const std::string& type : types) {
            const auto& years = losses.at(type);
            row.push_back(say.grouped(years.contains(year) ? years.at(year) : 0.0, 1));
        }
        table.rows.push_back(row);
    }
    return table;
}

}  // namespace

std::optional<Figure> loss_figure(const Strings& say, const Json& audit, const std::string& project) {
    const Losses losses = losses_of(audit, project);
    const std::vector<std::string> types = types_by_loss(losses);
    if (types.empty()) return std::nullopt;
    const auto& years = losses.begin()->second;
    const int first = years.begin()->first;
    const int last = years.rbegin()->first;
    Figure figure{"yearly", project, say("figure.yearly.title"), "", {}, {}, {}, {}};
    std::vector<std::size_t> places;
    TypeSeries series(say, audit);
    for (const std::string& type : types) {
        if (type == no_forest) figure.series.push_back({name_of(say, type), colour_of_no_forest});
        places.push_back(type == no_forest ? figure.series.size() - 1 : series.place_of(type, figure.series));
    }
    Panel panel;
    panel.left = 52.0;
    double highest = 0.0;
    for (int year = first; year <= last; ++year) {
        double base = 0.0;
        for (std::size_t i = 0; i < types.size(); ++i) {
            const auto found = losses.at(types[i]).find(year);
            if (found == losses.at(types[i]).end() || found->second <= 0.0) continue;
            panel.bars.push_back({year - 0.4, year + 0.4, base, base + found->second, places[i],
                                  say("figure.yearly.loss", {{"year", std::to_string(year)},
                                                             {"type", name_of(say, types[i])},
                                                             {"area", say.grouped(found->second, 1)}})});
            base += found->second;
        }
        highest = std::max(highest, base);
    }
    panel.y = round_axis(say, 0.0, highest, say("figure.yearly.axis"));
    panel.x = {first - 0.6, last + 0.6, {}, ""};
    panel.bottom = 26.0;
    const int step = last - first > 10 ? 2 : 1;
    for (int year = last; year >= first; year -= step)
        panel.x.ticks.insert(panel.x.ticks.begin(), {static_cast<double>(year), std::to_string(year)});
    figure.panels = {panel};
    figure.says = say("figure.yearly.says", {{"project", project},
                                             {"first", std::to_string(first)},
                                             {"last", std::to_string(last)},
                                             {"most", say.grouped(highest, 1)}});
    figure.numbers = numbers_of(say, losses, types, first, last);
    mark(say, audit.at("monitoring"), first, last, figure);
    return figure;
}

}  // namespace reddline::report
