#include <algorithm>
#include <array>
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
Figure pair_figure(const Strings& say, const std::vector<Pair>& pairs, const std::vector<Series>& series,
                   const std::string& unit) {
    Figure figure;
    figure.series = series;
    std::vector<Row> rows;
    double highest = 0.0;
    for (const Pair& pair : pairs) {
        Row row{pair.type, {}};
        for (const auto& [index, value] : {std::pair(0U, pair.first), std::pair(1U, pair.second)}) {
            const std::string text = value ? say.grouped(*value, unit == "ha" ? 1 : 0) : say("cell.not_known");
            row.bars.push_back({0.0, value.value_or(0.0), index, text,
                                say("figure.of_type", {{"type", pair.type},
                                                       {"what", series[index].name},
                                                       {"amount", text + (value ? " " + unit : "")}})});
            highest = std::max(highest, value.value_or(0.0));
        }
        rows.push_back(row);
    }
    figure.panels = {row_panel(rows, round_axis(say, 0.0, highest, unit))};
    return figure;
}

std::string tonnes(const Strings& say, std::int64_t kg) {
    return say.grouped(static_cast<double>(kg) / 1000.0, 0);
}

/// The keys of the parts of a difference, each ending in what audit.json calls it.
constexpr std::array<std::string_view, 8> part_keys{"figure.split.reference_level",  "figure.split.hectares",
                                                    "figure.split.strata",           "figure.split.factors",
                                                    "figure.split.displaced",        "figure.split.deductions",
                                                    "figure.split.excess_emissions", "figure.split.not_itemised"};

/// The words for a mix without a map.
std::string_view mix_key(const std::string& source) {
    if (source == "estimated") return "mix.estimated";
    return source == "reported" ? "mix.reported" : "mix.expected";
}

std::string words_of_part(const Strings& say, const std::string& part) {
    const auto* const found =
        std::ranges::find_if(part_keys, [&](std::string_view key) { return key.ends_with("." + part); });
    return found == part_keys.end() ? part : say(*found);
}

}  // namespace

std::optional<Figure> expected_figure(const Strings& say, const Json& audit, const std::string& project) {
    const Json* const statement = entry_of(audit.at("statements"), project);
    if (statement == nullptr || !statement->contains("strata")) return std::nullopt;
    std::vector<Pair> pairs;
    for (const Json& row : statement->at("strata")) {
        pairs.push_back({row.at("stratum"), number_in(row.at("expected_emission_tCO2e")),
                         number_in(row.at("observed_emission_tCO2e"))});
    }
    if (pairs.empty()) return std::nullopt;
    Figure figure = pair_figure(
        say, pairs,
        {{say("figure.strata.expected"), colour_of_expectation}, {say("figure.strata.observed"), colour_of_evidence}},
        "tCO2e");
    figure.key = "strata";
    figure.project = project;
    figure.title = say("figure.strata.title");
    figure.says = say("figure.strata.says", {{"project", project}});
    return figure;
}

std::optional<Figure> reported_figure(const Strings& say, const Json& audit, const std::string& project) {
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
    Figure figure = pair_figure(
        say, pairs,
        {{say("figure.reported.reported"), colour_of_statement}, {say("figure.reported.mapped"), colour_of_evidence}},
        "ha");
    figure.key = "reported";
    figure.project = project;
    figure.title = say("section.reported");
    figure.says = say("figure.reported.says", {{"project", project}});
    return figure;
}

std::optional<Figure> effects_figure(const Strings& say, const Json& audit, const std::string& project) {
    const Json* const summary = entry_of(audit.at("readings_summary"), project);
    if (summary == nullptr || summary->at("effects").empty()) return std::nullopt;
    std::vector<Row> rows;
    double highest = 0.0;
    for (const Json& effect : summary->at("effects")) {
        const auto mean = effect.at("mean_range_tCO2e").get<double>();
        const auto largest = effect.at("largest_range_tCO2e").get<double>();
        const std::string choice = effect.at("choice");
        rows.push_back(
            {choice,
             {{0.0, mean, 0, "", say("figure.effects.mean", {{"choice", choice}, {"mean", say.grouped(mean, 0)}})},
              {mean, largest, 1,
               say("figure.effects.range", {{"mean", say.grouped(mean, 0)}, {"largest", say.grouped(largest, 0)}}),
               say("figure.effects.largest", {{"choice", choice}, {"largest", say.grouped(largest, 0)}})}},
             true});
        highest = std::max(highest, largest);
    }
    Figure figure{"effects", project, say("section.effects"), "", {}, {}, {}, {}};
    figure.series = {{say("figure.effects.on_average"), colour_of_evidence},
                     {say("figure.effects.at_most"), colour_of_expectation}};
    figure.panels = {row_panel(rows, round_axis(say, 0.0, highest, say("figure.effects.axis")))};
    figure.says = say("figure.effects.says", {{"project", project}});
    return figure;
}

std::optional<Figure> split_figure(const Strings& say, const Json& audit, const std::string& project) {
    const Json* const split = audit.at("claim").is_null() ? nullptr : entry_of(audit.at("claim").at("splits"), project);
    if (split == nullptr) return std::nullopt;
    const auto recomputed = split->at("recomputed_kgCO2e").get<std::int64_t>();
    const auto claimed = split->at("claimed_kgCO2e").get<std::int64_t>();
    const auto t = [](std::int64_t kg) { return static_cast<double>(kg) / 1000.0; };
    const auto whole = [&](const std::string& name, std::int64_t kg, std::size_t series) {
        const std::string amount = tonnes(say, kg);
        return Row{name,
                   {{0.0, t(kg), series, amount, say("figure.split.part", {{"part", name}, {"amount", amount}})}}};
    };
    std::vector<Row> rows{whole(say("split.recomputed"), recomputed, 0)};
    std::int64_t at = recomputed;
    std::int64_t lowest = std::min(recomputed, claimed);
    std::int64_t highest = std::max(recomputed, claimed);
    for (const Json& part : split->at("parts")) {
        const auto amount = part.at("amount_kgCO2e").get<std::int64_t>();
        const std::string name = words_of_part(say, part.at("part").get<std::string>());
        const std::string text = (amount > 0 ? "+" : "") + tonnes(say, amount);
        rows.push_back({name,
                        {{t(at), t(at + amount), amount < 0 ? 2U : 1U, text,
                          say("figure.split.part", {{"part", name}, {"amount", text}})}}});
        at += amount;
        lowest = std::min(lowest, at);
        highest = std::max(highest, at);
    }
    rows.push_back(whole(say("split.claimed"), claimed, 3));
    Figure figure{"split", project, say("section.split"), "", {}, {}, {}, {}};
    figure.series = {{say("figure.split.recomputed"), colour_of_evidence},
                     {say("figure.split.larger"), "#f3cf85"},
                     {say("figure.split.smaller"), colour_of_expectation},
                     {say("figure.split.claimed"), colour_of_statement}};
    figure.panels = {row_panel(rows, round_axis(say, t(lowest), t(highest), "tCO2e"))};
    figure.says = say("figure.split.says", {{"project", project}});
    return figure;
}

std::optional<Figure> mix_figure(const Strings& say, const Json& audit, const std::string& project) {
    const Json* const question = entry_of(audit.at("stratum_questions"), project);
    if (question == nullptr || question->at("mixes").empty()) return std::nullopt;
    Figure figure{"question", project, say("section.question"), "", {}, {}, {}, {}};
    TypeSeries series(say, audit);
    std::vector<Row> rows;
    for (const Json& mix : question->at("mixes")) {
        if (mix.at("by_stratum").empty()) continue;
        const std::string map = mix.at("strata").is_null() ? Json("") : mix.at("strata");
        Row row{map.empty() ? say(mix_key(mix.at("source"))) : map, {}, true};
        double at = 0.0;
        for (const Json& share : mix.at("by_stratum")) {
            const std::string type = share.at("stratum");
            const std::size_t place = series.place_of(type, figure.series);
            const double pct = 100.0 * share.at("share").get<double>();
            const std::string says =
                say("figure.question.share",
                    {{"source", row.name}, {"type", type}, {"percent", say.number(fixed(pct, 1))}});
            if (pct > 0.0) row.bars.push_back({at, at + pct, place, "", says});
            at += pct;
        }
        rows.push_back(row);
    }
    if (rows.empty()) return std::nullopt;
    figure.panels = {row_panel(
        rows, {0.0, 100.0, {{0, "0"}, {25, "25"}, {50, "50"}, {75, "75"}, {100, "100"}}, say("figure.question.axis")})};
    const Json& even = question->at("break_even");
    if (!even.is_null() && even.at("share") >= 0.0 && even.at("share") <= 1.0) {
        Panel& panel = figure.panels.front();
        const double pct = 100.0 * even.at("share").get<double>();
        panel.rules.push_back({pct, 0.0, pct, panel.y.from, true});
        figure.notes.push_back(say("figure.question.dashed", {{"stratum", even.at("high_stratum").get<std::string>()},
                                                              {"percent", say.number(fixed(pct, 1))}}));
    }
    figure.says = say("figure.question.says", {{"project", project}});
    return figure;
}

std::vector<Figure> figures_of(const Strings& say, const Json& audit, const std::vector<std::string>& projects) {
    std::vector<Figure> figures;
    for (const std::string& project : projects) {
        for (const auto make :
             {loss_figure, expected_figure, reported_figure, curve_figure, effects_figure, split_figure, mix_figure}) {
            if (auto figure = make(say, audit, project)) figures.push_back(*std::move(figure));
        }
    }
    return figures;
}

}  // namespace reddline::report
