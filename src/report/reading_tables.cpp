#include "report/reading_tables.hpp"

#include <algorithm>

#include "domain/number_text.hpp"
#include "domain/reading_scope.hpp"
#include "report/choices.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

std::string t(const Strings& say, TonnesCO2e emission) {
    return say.grouped(emission.value(), 0);
}

/// The choices in which two readings differ.
std::vector<Choice> differences(const Reading& standard, const Reading& other) {
    std::vector<Choice> choices;
    for (const Choice choice : all_choices()) {
        if (with_choice_of(standard, choice, other) != standard) choices.push_back(choice);
    }
    return choices;
}

const ReadingsSummary* summary_of(const AuditResult& results, std::size_t zone) {
    const auto found = std::ranges::find(results.summaries, zone, &ReadingsSummary::zone);
    return found == results.summaries.end() ? nullptr : &*found;
}

/// "10 to 20 credits (median 15)", or what all of them give.
std::string amount_text(const Strings& say, const Spread& spread) {
    if (spread.lowest_tCO2e == spread.highest_tCO2e) return say.counted("reading.amount", spread.lowest_tCO2e);
    return say("reading.range", {{"lowest", say.grouped(spread.lowest_tCO2e)},
                                 {"highest", say.grouped(spread.highest_tCO2e)},
                                 {"median", say.grouped(spread.median_tCO2e, 0)}});
}

/// The readings whose range is stated first: those that treat both sides alike, or all where none does.
const Spread& judged(const ReadingsSummary& summary) {
    return summary.consistent ? *summary.consistent : *summary.all;
}

/// How many of several readings reach the claim.
std::string reach_sentence(const Strings& say, const Spread& spread) {
    const std::size_t reach = *spread.at_or_above_claim;
    if (spread.readings == 1) return say(reach == 1 ? "reading.it_reaches_claim" : "reading.it_misses_claim");
    if (reach == 0) return say("reading.none_reaches_claim");
    if (reach == spread.readings) return say("reading.all_reach_claim");
    return say.counted("reading.some_reach_claim", static_cast<std::int64_t>(reach));
}

std::string spread_sentence(const Strings& say, const ReadingsSummary& summary) {
    const Spread& spread = judged(summary);
    const auto number = static_cast<std::int64_t>(spread.readings);
    const std::string amount = amount_text(say, spread);
    const bool is_same = spread.lowest_tCO2e == spread.highest_tCO2e && spread.readings > 1;
    if (summary.consistent)
        return say.counted(is_same ? "reading.alike_all_give" : "reading.alike_give", number, {{"amount", amount}});
    return say.counted(is_same ? "reading.unlike_all_give" : "reading.unlike_give", number, {{"amount", amount}});
}

std::string range_sentence(const Strings& say, const ReadingsSummary& summary) {
    const std::string text = spread_sentence(say, summary);
    const Spread& spread = judged(summary);
    return spread.at_or_above_claim ? text + " " + reach_sentence(say, spread) : text;
}

/// What the readings give that do not treat both sides alike as well, and how many are refused; empty where there are none.
std::string all_sentence(const Strings& say, const ReadingsSummary& summary) {
    const auto refused = static_cast<std::int64_t>(summary.refused);
    const Spread& all = *summary.all;
    if (all.readings <= judged(summary).readings) return refused == 0 ? "" : say.counted("reading.refused", refused);
    const bool is_same = all.lowest_tCO2e == all.highest_tCO2e && all.readings > 1;
    const std::string computed =
        say.counted(is_same ? "reading.all_computed_same" : "reading.all_computed",
                    static_cast<std::int64_t>(all.readings), {{"amount", amount_text(say, all)}});
    if (refused == 0) return say("reading.of_all", {{"computed", computed}});
    return say.counted("reading.of_all_and_refused", refused, {{"computed", computed}});
}

std::string nearest_sentence(const Strings& say, const AuditCase& audit, const AuditResult& results,
                             const ReadingsSummary& summary) {
    const Spread& spread = judged(summary);
    if (!spread.nearest_to_claim || spread.readings == 1) return {};
    const ReadingResult& nearest = results.readings[*spread.nearest_to_claim];
    return say.counted("reading.nearest", nearest.answer.value().credits.tCO2e,
                       {{"choices", difference_text(say, audit, results.default_reading, nearest.reading)}});
}

std::string effect_sentence(const Strings& say, const ReadingsSummary& summary) {
    if (summary.effects.empty()) {
        return say(summary.all->readings + summary.refused == 1 ? "effect.nothing_open" : "effect.nothing_compared");
    }
    const ChoiceEffect& most = summary.effects.front();
    if (most.largest_range_tCO2e == 0.0 && most.mean_range_reduction == TonnesCO2e{}) return say("effect.none");
    if (most.largest_range_tCO2e == 0.0) {
        return say("effect.reduction",
                   {{"choice", std::string(to_string(most.choice))}, {"reduction", t(say, most.mean_range_reduction)}});
    }
    return say("effect.most", {{"choice", std::string(to_string(most.choice))},
                               {"question", question_of(say, most.choice)},
                               {"mean", say.grouped(most.mean_range_tCO2e, 0)},
                               {"largest", say.grouped(most.largest_range_tCO2e, 0)}});
}

std::string refused_sentence(const Strings& say, std::size_t refused) {
    if (refused == 0) return say("reading.none");
    return say.counted("reading.all_refused", static_cast<std::int64_t>(refused));
}

std::string status_text(const Strings& say, const ReadingResult& result) {
    if (!result.answer.given()) return say("cell.refused_since", {{"reason", result.answer.refusal().reason}});
    const std::string status = say(result.answer.value().is_upper_bound() ? "cell.upper_bound" : "cell.computed");
    if (result.caveats.empty()) return status;
    return say("cell.status_and_caveats", {{"status", status}, {"caveats", caveats_text(result.caveats)}});
}

}  // namespace

PlainTable one_change_table(const Strings& say, const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    PlainTable table{
        {say("column.reading"), say("column.expected_tCO2e"), say("column.emitted_tCO2e"),
         say("column.displaced_tCO2e"), say("column.reduction_tCO2e"), say("column.credits"), say("column.status")},
        {},
        {0, 6}};
    for (const ReadingResult& result : readings_of(results.readings, zone)) {
        if (differences(results.default_reading, result.reading).size() > 1) continue;
        std::vector<std::string> row{difference_text(say, audit, results.default_reading, result.reading)};
        if (result.answer.given()) {
            const CreditTotals& totals = result.answer.value();
            row.insert(row.end(), {t(say, totals.reference), t(say, totals.project),
                                   totals.displaced ? t(say, *totals.displaced) : say("cell.not_known"),
                                   t(say, totals.reduction), say.grouped(totals.credits.tCO2e)});
        } else {
            row.insert(row.end(), {result.reference ? t(say, *result.reference) : "", "", "", "", ""});
        }
        row.push_back(status_text(say, result));
        table.rows.push_back(row);
    }
    return table;
}

PlainTable effects_table(const Strings& say, const ReadingsSummary& summary) {
    PlainTable table{{say("column.choice"), say("column.sets"), say("column.mean_credits"), say("column.most_credits"),
                      say("column.mean_reduction")},
                     {}};
    for (const ChoiceEffect& effect : summary.effects) {
        table.rows.push_back({std::string(to_string(effect.choice)),
                              say.grouped(static_cast<std::int64_t>(effect.groups)),
                              say.grouped(effect.mean_range_tCO2e, 0), say.grouped(effect.largest_range_tCO2e, 0),
                              t(say, effect.mean_range_reduction)});
    }
    return table;
}

std::string difference_text(const Strings& say, const AuditCase& audit, const Reading& standard, const Reading& other) {
    std::vector<std::string> chosen;
    for (const Choice choice : differences(standard, other)) {
        // A choice may differ only because it has no part in the other reading.
        const std::string value = choice_text(audit, other, choice);
        if (!value.empty()) chosen.push_back(std::string(to_string(choice)) + " " + value);
    }
    return chosen.empty() ? say("reading.default") : say.joined("list.comma", chosen);
}

std::vector<std::string> readings_sentences(const Strings& say, const AuditResult& results, std::size_t zone) {
    const ReadingsSummary* const summary = summary_of(results, zone);
    if (summary == nullptr) return {};
    if (!summary->all) return {refused_sentence(say, summary->refused)};
    return {range_sentence(say, *summary), effect_sentence(say, *summary)};
}

std::vector<std::string> further_readings_sentences(const Strings& say, const AuditCase& audit,
                                                    const AuditResult& results, std::size_t zone) {
    const ReadingsSummary* const summary = summary_of(results, zone);
    if (summary == nullptr || !summary->all) return {};
    std::vector<std::string> sentences;
    for (const std::string& sentence : {all_sentence(say, *summary), nearest_sentence(say, audit, results, *summary)}) {
        if (!sentence.empty()) sentences.push_back(sentence);
    }
    return sentences;
}

PlainTable unit_table(const Strings& say, const AuditCase& audit, const AuditResult& results) {
    PlainTable table{{say("column.forest_type"), say("column.reading"), say("column.first_year_ha"),
                      say("column.first_year_tCO2e"), say("column.period_tCO2e")},
                     {},
                     {0, 1}};
    for (const UnitReference& unit : results.unit_references) {
        std::vector<std::string> reading;
        for (const Choice choice : level_choices())
            reading.push_back(choice_text(audit, unit.reading, choice));
        if (!unit.answer.given()) continue;
        const UnitExpectation& expected = unit.answer.value();
        table.rows.push_back({unit.stratum, say.joined("list.comma", reading),
                              say.number(fixed(expected.lost_first_year.value(), 2)), t(say, expected.first_year),
                              t(say, expected.period)});
    }
    return table;
}

}  // namespace reddline::report
