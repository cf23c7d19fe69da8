#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "domain/number_text.hpp"
#include "report/figure_parts.hpp"
#include "report/figures.hpp"
#include "report/type_series.hpp"

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;

/// The values of both sides of one forest type, in tCO2e; nothing where one is not known.
struct Pair {
    std::string type;
    std::optional<double> first;
    std::optional<double> second;
};

std::optional<double> number_in(const Json& json) {
    return json.is_null() ? std::nullopt : std::optional(json.get<double>());
}

/// Two bars a row; a value that is not known has none, and its label says so.
Figure pair_figure(const std::vector<Pair>& pairs, const std::vector<Series>& series, const std::string& unit) {
    Figure figure;
    figure.series = series;
    std::vector<Row> rows;
    double highest = 0.0;
    for (const Pair& pair : pairs) {
        Row row{pair.type, {}};
        for (const auto& [index, value] : {std::pair(0U, pair.first), std::pair(1U, pair.second)}) {
            const std::string text = value ? grouped(*value, unit == "ha" ? 1 : 0) : "not known";
            row.bars.push_back({0.0, value.value_or(0.0), index, text,
                                pair.type + ", " + series[index].name + ": " + text + (value ? " " + unit : "")});
            highest = std::max(highest, value.value_or(0.0));
        }
        rows.push_back(row);
    }
    figure.panels = {row_panel(rows, round_axis(0.0, highest, unit))};
    return figure;
}

std::string tonnes(std::int64_t kg) {
    return grouped(static_cast<double>(kg) / 1000.0, 0);
}

std::string words_of_part(const std::string& part) {
    std::string words = part;
    std::ranges::replace(words, '_', ' ');
    return words;
}

}  // namespace

std::optional<Figure> expected_figure(const Json& audit, const std::string& project) {
    const Json* const statement = entry_of(audit.at("statements"), project);
    if (statement == nullptr || !statement->contains("strata")) return std::nullopt;
    std::vector<Pair> pairs;
    for (const Json& row : statement->at("strata")) {
        pairs.push_back({row.at("stratum"), number_in(row.at("expected_emission_tCO2e")),
                         number_in(row.at("observed_emission_tCO2e"))});
    }
    if (pairs.empty()) return std::nullopt;
    Figure figure =
        pair_figure(pairs, {{"expected", colour_of_expectation}, {"observed", colour_of_evidence}}, "tCO2e");
    figure.key = "strata";
    figure.project = project;
    figure.title = "Expected against observed emissions";
    figure.says = "Bars of what the reference level expects and what is observed in '" + project +
                  "' over the monitoring period, by forest type.";
    return figure;
}

std::optional<Figure> reported_figure(const Json& audit, const std::string& project) {
    if (audit.at("claim").is_null()) return std::nullopt;
    std::map<std::string, Pair> sums;
    for (const Json& row : audit.at("claim").at("ledger")) {
        if (row.at("zone") != project) continue;
        Pair& pair = sums.try_emplace(row.at("stratum"), Pair{row.at("stratum"), 0.0, 0.0}).first->second;
        const auto add = [](const Json& value, std::optional<double>& sum) {
            sum = value.is_null() || !sum ? std::nullopt : std::optional(*sum + value.get<double>());
        };
        add(row.at("reported_ha"), pair.first);
        add(row.at("mapped_ha"), pair.second);
    }
    if (sums.empty()) return std::nullopt;
    std::vector<Pair> pairs;
    for (const auto& entry : sums)
        pairs.push_back(entry.second);
    Figure figure = pair_figure(pairs, {{"reported", colour_of_statement}, {"mapped", colour_of_evidence}}, "ha");
    figure.key = "reported";
    figure.project = project;
    figure.title = "Reported against mapped loss";
    figure.says = "Bars of the loss that the claim reports and the loss that is mapped in '" + project +
                  "' over the monitoring period, by forest type.";
    return figure;
}

std::optional<Figure> effects_figure(const Json& audit, const std::string& project) {
    const Json* const summary = entry_of(audit.at("readings_summary"), project);
    if (summary == nullptr || summary->at("effects").empty()) return std::nullopt;
    std::vector<Row> rows;
    double highest = 0.0;
    for (const Json& effect : summary->at("effects")) {
        const auto mean = effect.at("mean_range_tCO2e").get<double>();
        const auto largest = effect.at("largest_range_tCO2e").get<double>();
        const std::string choice = effect.at("choice");
        rows.push_back({choice,
                        {{0.0, mean, 0, "", choice + ": " + grouped(mean, 0) + " on average"},
                         {mean, largest, 1, grouped(mean, 0) + " to " + grouped(largest, 0),
                          choice + ": at most " + grouped(largest, 0)}},
                        true});
        highest = std::max(highest, largest);
    }
    Figure figure{"effects", project, "Which choice moves the credits", "", {}, {}, {}, {}};
    figure.series = {{"on average", colour_of_evidence}, {"at most", colour_of_expectation}};
    figure.panels = {row_panel(rows, round_axis(0.0, highest, "credits (tCO2e) by which one choice alone moves them"))};
    figure.says = "Bars of how far each choice alone moves the credits of '" + project +
                  "', on average and at most; the one that moves them most comes first.";
    return figure;
}

std::optional<Figure> split_figure(const Json& audit, const std::string& project) {
    const Json* const split = audit.at("claim").is_null() ? nullptr : entry_of(audit.at("claim").at("splits"), project);
    if (split == nullptr) return std::nullopt;
    const auto recomputed = split->at("recomputed_kgCO2e").get<std::int64_t>();
    const auto claimed = split->at("claimed_kgCO2e").get<std::int64_t>();
    const auto t = [](std::int64_t kg) { return static_cast<double>(kg) / 1000.0; };
    const auto whole = [&](const std::string& name, std::int64_t kg, std::size_t series) {
        return Row{name, {{0.0, t(kg), series, tonnes(kg), name + ": " + tonnes(kg) + " tCO2e"}}};
    };
    std::vector<Row> rows{whole("recomputed credits", recomputed, 0)};
    std::int64_t at = recomputed;
    std::int64_t lowest = std::min(recomputed, claimed);
    std::int64_t highest = std::max(recomputed, claimed);
    for (const Json& part : split->at("parts")) {
        const auto amount = part.at("amount_kgCO2e").get<std::int64_t>();
        const std::string name = words_of_part(part.at("part"));
        const std::string text = (amount > 0 ? "+" : "") + tonnes(amount);
        rows.push_back({name, {{t(at), t(at + amount), amount < 0 ? 2U : 1U, text, name + ": " + text + " tCO2e"}}});
        at += amount;
        lowest = std::min(lowest, at);
        highest = std::max(highest, at);
    }
    rows.push_back(whole("claimed credits", claimed, 3));
    Figure figure{"split", project, "Where the difference to the claim comes from", "", {}, {}, {}, {}};
    figure.series = {{"recomputed", colour_of_evidence},
                     {"makes the claim larger", "#f3cf85"},
                     {"makes it smaller", colour_of_expectation},
                     {"claimed", colour_of_statement}};
    figure.panels = {row_panel(rows, round_axis(t(lowest), t(highest), "tCO2e"))};
    figure.says = "Bars that lead from the recomputed credits of '" + project +
                  "' to the claimed ones, one for each part of the difference.";
    return figure;
}

std::optional<Figure> mix_figure(const Json& audit, const std::string& project) {
    const Json* const question = entry_of(audit.at("stratum_questions"), project);
    if (question == nullptr || question->at("mixes").empty()) return std::nullopt;
    Figure figure{"question", project, "Which forest types were lost", "", {}, {}, {}, {}};
    TypeSeries series(audit);
    std::vector<Row> rows;
    for (const Json& mix : question->at("mixes")) {
        if (mix.at("by_stratum").empty()) continue;
        Row row{mix.at("strata").is_null() ? mix.at("source") : mix.at("strata"), {}, true};
        double at = 0.0;
        for (const Json& share : mix.at("by_stratum")) {
            const std::string type = share.at("stratum");
            const std::size_t place = series.place_of(type, figure.series);
            const double pct = 100.0 * share.at("share").get<double>();
            const std::string says = row.name + ", " + type + ": " + fixed(pct, 1) + " %";
            if (pct > 0.0) row.bars.push_back({at, at + pct, place, "", says});
            at += pct;
        }
        rows.push_back(row);
    }
    if (rows.empty()) return std::nullopt;
    figure.panels = {row_panel(
        rows, {0.0, 100.0, {{0, "0"}, {25, "25"}, {50, "50"}, {75, "75"}, {100, "100"}}, "% of the lost forest"})};
    const Json& even = question->at("break_even");
    if (!even.is_null() && even.at("share") >= 0.0 && even.at("share") <= 1.0) {
        Panel& panel = figure.panels.front();
        const double pct = 100.0 * even.at("share").get<double>();
        panel.rules.push_back({pct, 0.0, pct, panel.y.from, true});
        figure.notes.push_back("Dashed: the share of " + even.at("high_stratum").get<std::string>() +
                               " at which the credits of the default reading vanish, " + fixed(pct, 1) +
                               " % (Eq. 26).");
    }
    figure.says = "Bars of the share of each forest type in the loss of '" + project + "', one for each source.";
    return figure;
}

std::vector<Figure> figures_of(const Json& audit, const std::vector<std::string>& projects) {
    std::vector<Figure> figures;
    for (const std::string& project : projects) {
        for (const auto make :
             {loss_figure, expected_figure, reported_figure, curve_figure, effects_figure, split_figure, mix_figure}) {
            if (auto figure = make(audit, project)) figures.push_back(*std::move(figure));
        }
    }
    return figures;
}

}  // namespace reddline::report
