#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "domain/number_text.hpp"
#include "report/figure_parts.hpp"
#include "report/figures.hpp"

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;
using Choices = std::vector<std::pair<std::string, std::string>>;

/// A reading that was computed.
struct Computed {
    double credits_tCO2e = 0.0;
    bool is_consistent = false;
    Choices choices;
};

std::string text_of(const Json& value) {
    return value.is_string() ? value.get<std::string>() : shortest(value.get<double>());
}

Choices choices_of(const Json& reading) {
    Choices choices;
    for (const auto& [choice, value] : reading.items())
        choices.emplace_back(choice, text_of(value));
    return choices;
}

std::vector<Computed> computed_readings(const Json& audit, const std::string& project) {
    std::vector<Computed> readings;
    for (const Json& row : audit.at("readings")) {
        if (row.at("zone") != project || !row.contains("credits_tCO2e")) continue;
        readings.push_back({row.at("credits_tCO2e"), row.at("consistent"), choices_of(row.at("reading"))});
    }
    std::ranges::stable_sort(readings, {}, &Computed::credits_tCO2e);
    return readings;
}

/// What a reading chooses otherwise than the default.
std::string difference_text(const Strings& say, const Choices& choices, const Choices& standard) {
    std::vector<std::string> chosen;
    for (const auto& choice : choices) {
        if (std::ranges::find(standard, choice) == standard.end()) chosen.push_back(choice.first + " " + choice.second);
    }
    return chosen.empty() ? say("figure.curve.as_default") : say.joined("list.comma", chosen);
}

/// The options of every open choice, in the order of the choices, with the places of the readings that take each.
std::vector<std::pair<std::string, std::vector<std::size_t>>> open_options(const std::vector<Computed>& readings,
                                                                           const Json& standard) {
    std::map<std::string, std::map<std::string, std::vector<std::size_t>>> places;
    std::vector<std::string> order;
    for (const auto& entry : standard.items())
        order.push_back(entry.key());
    for (std::size_t i = 0; i < readings.size(); ++i) {
        for (const auto& [choice, option] : readings[i].choices) {
            if (std::ranges::find(order, choice) == order.end()) order.push_back(choice);
            places[choice][option].push_back(i);
        }
    }
    std::vector<std::pair<std::string, std::vector<std::size_t>>> options;
    for (const std::string& choice : order) {
        if (places[choice].size() < 2) continue;
        for (const auto& [option, where] : places[choice])
            options.emplace_back(choice + " " + option, where);
    }
    return options;
}

/// The readings that take each option, as bars under the curve; neighbours share one.
Panel choices_panel(const std::vector<Computed>& readings, const Json& standard, const Axis& x) {
    constexpr double row_height = 28.0;
    Panel panel;
    panel.x = {x.from, x.to, {}, ""};
    panel.left = 60.0;
    panel.bottom = 8.0;
    double y = 0.0;
    for (const auto& [option, places] : open_options(readings, standard)) {
        panel.labels.push_back({x.from, y + 8.0, option, false, true});
        for (const std::size_t place : places) {
            const auto at = static_cast<double>(place);
            Bar* const before = panel.bars.empty() ? nullptr : &panel.bars.back();
            if (before != nullptr && before->y1 == y + 17.0 && before->x2 == at) {
                before->x2 = at + 1.0;
            } else {
                panel.bars.push_back({at, at + 1.0, y + 17.0, y + 24.0, 0, ""});
            }
        }
        y += row_height;
    }
    panel.y = {std::max(y, 1.0), 0.0, {}, ""};
    panel.height = panel_top + y + panel.bottom;
    return panel;
}

Panel curve_panel(const Strings& say, const std::vector<Computed>& readings, std::optional<double> claimed) {
    Panel panel;
    panel.left = 60.0;
    panel.bottom = 12.0;
    const auto last = static_cast<double>(readings.size());
    const double highest = std::max(readings.back().credits_tCO2e, claimed.value_or(0.0));
    panel.y = round_axis(say, readings.front().credits_tCO2e, highest, say("figure.curve.axis"));
    panel.x = {0.0, last, {}, ""};
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const Computed& reading = readings[i];
        panel.dots.push_back({static_cast<double>(i) + 0.5, reading.credits_tCO2e, reading.is_consistent ? 0U : 1U});
    }
    if (claimed) {
        panel.rules.push_back({0.0, *claimed, last, *claimed, true});
        panel.labels.push_back({0.0, *claimed - 0.05 * (panel.y.to - panel.y.from),
                                say("figure.curve.claim", {{"credits", say.grouped(*claimed, 0)}}), false, false});
    }
    return panel;
}

std::optional<double> claimed_credits(const Json& claim, const std::string& project) {
    if (claim.is_null() || claim.at("zone") != project || !claim.at("items_tCO2e").contains("credits"))
        return std::nullopt;
    return claim.at("items_tCO2e").at("credits").get<double>();
}

}  // namespace

std::optional<Figure> curve_figure(const Strings& say, const Json& audit, const std::string& project) {
    const std::vector<Computed> readings = computed_readings(audit, project);
    if (readings.size() < 2) return std::nullopt;
    const Json& standard = audit.at("default_reading");
    Figure figure{"curve", project, say("figure.curve.title"), "", {}, {}, {}, {}};
    figure.series = {{say("figure.curve.alike"), colour_of_evidence},
                     {say("figure.curve.not_alike"), colour_of_statement}};
    const Panel curve = curve_panel(say, readings, claimed_credits(audit.at("claim"), project));
    figure.panels = {curve, choices_panel(readings, standard, curve.x)};
    figure.says = say("figure.curve.says", {{"count", say.grouped(static_cast<std::int64_t>(readings.size()))},
                                            {"project", project},
                                            {"lowest", say.grouped(readings.front().credits_tCO2e, 0)},
                                            {"highest", say.grouped(readings.back().credits_tCO2e, 0)}});
    figure.notes = {say("figure.curve.note")};
    figure.numbers = {{say("column.reading"), say("column.credits"), say("column.alike")}, {}, {0, 2}};
    for (std::size_t i = 0; i < readings.size(); ++i) {
        figure.numbers.rows.push_back({difference_text(say, readings[i].choices, choices_of(standard)),
                                       say.grouped(readings[i].credits_tCO2e, 0),
                                       say(readings[i].is_consistent ? "cell.yes" : "cell.no")});
    }
    return figure;
}

}  // namespace reddline::report
