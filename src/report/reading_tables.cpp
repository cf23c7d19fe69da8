#include "report/reading_tables.hpp"

#include <algorithm>

#include "domain/number_text.hpp"
#include "domain/reading_scope.hpp"
#include "report/choices.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

std::string t(TonnesCO2e emission) {
    return grouped(emission.value(), 0);
}

std::string count(std::size_t number, const std::string& what) {
    return counted(static_cast<std::int64_t>(number), what);
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

/// "give 10 to 20 credits (median 15)", or what all of them give.
std::string give_text(const Spread& spread) {
    const std::string verb = spread.readings == 1 ? "gives " : "give ";
    if (spread.lowest_tCO2e == spread.highest_tCO2e) {
        return (spread.readings > 1 ? "all " : "") + verb + counted(spread.lowest_tCO2e, "credit");
    }
    return verb + grouped(spread.lowest_tCO2e) + " to " + grouped(spread.highest_tCO2e) + " credits (median " +
           grouped(spread.median_tCO2e, 0) + ")";
}

constexpr const char* alike = "what was expected and what is observed alike";

/// The readings whose range is stated first: those that treat both sides alike, or all where none does.
const Spread& judged(const ReadingsSummary& summary) {
    return summary.consistent ? *summary.consistent : *summary.all;
}

/// "3 of them reach the claim".
std::string reach_text(const Spread& spread) {
    const std::size_t reach = *spread.at_or_above_claim;
    if (reach == 0) return "None of them reaches the claim";
    if (reach == spread.readings) return "All of them reach the claim";
    return grouped(static_cast<std::int64_t>(reach)) + " of them" + (reach == 1 ? " reaches" : " reach") + " the claim";
}

std::string range_sentence(const ReadingsSummary& summary) {
    const Spread& spread = judged(summary);
    const bool is_one = spread.readings == 1;
    const std::string number = grouped(static_cast<std::int64_t>(spread.readings));
    std::string text;
    if (summary.consistent) {
        text = (is_one ? "The one reading of the rules that treats "
                       : "The " + number + " readings of the rules that treat ") +
               alike + " " + give_text(spread);
    } else {
        text = (is_one ? "The only reading " : number + " readings ") + give_text(spread) + ", but " +
               (is_one ? "does not treat " : "none treats ") + alike;
    }
    if (!spread.at_or_above_claim) return text + ".";
    const std::string of_one = *spread.at_or_above_claim == 1 ? "It reaches the claim" : "It does not reach the claim";
    return text + ". " + (is_one ? of_one : reach_text(spread)) + ".";
}

/// What the readings give that do not treat both sides alike as well, and how many are refused; empty where there are none.
std::string all_sentence(const ReadingsSummary& summary) {
    const auto more = static_cast<std::int64_t>(summary.refused);
    const std::string refused = more == 1 ? " is refused" : " are refused";
    const bool is_more_than_judged = summary.all->readings > judged(summary).readings;
    if (!is_more_than_judged) return more == 0 ? "" : counted(more, "reading") + refused + ".";
    return "Of all, " + count(summary.all->readings, "reading") + " can be computed and " + give_text(*summary.all) +
           (more == 0 ? "." : "; " + grouped(more) + " more" + refused + ".");
}

std::string nearest_sentence(const AuditCase& audit, const AuditResult& results, const ReadingsSummary& summary) {
    const Spread& spread = judged(summary);
    if (!spread.nearest_to_claim || spread.readings == 1) return {};
    const ReadingResult& nearest = results.readings[*spread.nearest_to_claim];
    return "The one nearest to the claim gives " + counted(nearest.answer.value().credits.tCO2e, "credit") + " (" +
           difference_text(audit, results.default_reading, nearest.reading) + ").";
}

std::string effect_sentence(const ReadingsSummary& summary) {
    if (summary.effects.empty()) {
        return summary.all->readings + summary.refused == 1 ? "No choice is open, so nothing moves the credits."
                                                            : "No two of the readings compared differ in one choice "
                                                              "alone, so no choice can be said to matter most.";
    }
    const ChoiceEffect& most = summary.effects.front();
    if (most.largest_range_tCO2e == 0.0 && most.mean_range_reduction == TonnesCO2e{})
        return "No choice moves the credits, or the reduction behind them.";
    if (most.largest_range_tCO2e == 0.0) {
        return "No choice moves the credits; the reduction moves most with " + std::string(to_string(most.choice)) +
               ", by " + t(most.mean_range_reduction) + " tCO2e on average.";
    }
    return "The choice that matters most is " + std::string(to_string(most.choice)) + " (" +
           std::string(question_of(most.choice)) + "): changing it alone moves the credits by " +
           grouped(most.mean_range_tCO2e, 0) + " on average, at most " + grouped(most.largest_range_tCO2e, 0) + ".";
}

std::string refused_sentence(std::size_t refused) {
    if (refused == 0) return "No reading speaks of this zone.";
    return (refused == 1 ? "The only reading is" : "All " + count(refused, "reading") + " are") +
           std::string(" refused; readings.csv has the reasons.");
}

std::string status_text(const ReadingResult& result) {
    if (!result.answer.given()) return "refused: " + result.answer.refusal().reason;
    const std::string status = result.answer.value().is_upper_bound() ? "upper bound" : "computed";
    return result.caveats.empty() ? status : status + "; " + caveats_text(result.caveats);
}

}  // namespace

PlainTable one_change_table(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    PlainTable table{
        {"reading", "expected tCO2e", "emitted tCO2e", "displaced tCO2e", "reduction tCO2e", "credits", "status"},
        {},
        {0, 6}};
    for (const ReadingResult& result : readings_of(results.readings, zone)) {
        if (differences(results.default_reading, result.reading).size() > 1) continue;
        std::vector<std::string> row{difference_text(audit, results.default_reading, result.reading)};
        if (result.answer.given()) {
            const CreditTotals& totals = result.answer.value();
            row.insert(row.end(),
                       {t(totals.reference), t(totals.project), totals.displaced ? t(*totals.displaced) : "not known",
                        t(totals.reduction), grouped(totals.credits.tCO2e)});
        } else {
            row.insert(row.end(), {result.reference ? t(*result.reference) : "", "", "", "", ""});
        }
        row.push_back(status_text(result));
        table.rows.push_back(row);
    }
    return table;
}

PlainTable effects_table(const ReadingsSummary& summary) {
    PlainTable table{
        {"choice", "sets of readings", "credits move by (mean)", "at most", "reduction moves by (mean) tCO2e"}, {}};
    for (const ChoiceEffect& effect : summary.effects) {
        table.rows.push_back({std::string(to_string(effect.choice)), grouped(static_cast<std::int64_t>(effect.groups)),
                              grouped(effect.mean_range_tCO2e, 0), grouped(effect.largest_range_tCO2e, 0),
                              t(effect.mean_range_reduction)});
    }
    return table;
}

std::string difference_text(const AuditCase& audit, const Reading& standard, const Reading& other) {
    std::string text;
    for (const Choice choice : differences(standard, other)) {
        // A choice may differ only because it has no part in the other reading.
        const std::string value = choice_text(audit, other, choice);
        if (!value.empty()) text += (text.empty() ? "" : ", ") + std::string(to_string(choice)) + " " + value;
    }
    return text.empty() ? "the default reading" : text;
}

std::vector<std::string> readings_sentences(const AuditResult& results, std::size_t zone) {
    const ReadingsSummary* const summary = summary_of(results, zone);
    if (summary == nullptr) return {};
    if (!summary->all) return {refused_sentence(summary->refused)};
    return {range_sentence(*summary), effect_sentence(*summary)};
}

std::vector<std::string> further_readings_sentences(const AuditCase& audit, const AuditResult& results,
                                                    std::size_t zone) {
    const ReadingsSummary* const summary = summary_of(results, zone);
    if (summary == nullptr || !summary->all) return {};
    std::vector<std::string> sentences;
    for (const std::string& sentence : {all_sentence(*summary), nearest_sentence(audit, results, *summary)}) {
        if (!sentence.empty()) sentences.push_back(sentence);
    }
    return sentences;
}

PlainTable unit_table(const AuditCase& audit, const AuditResult& results) {
    PlainTable table{
        {"forest type", "reading", "lost ha in the first year", "tCO2e in the first year", "tCO2e in the period"},
        {},
        {0, 1}};
    for (const UnitReference& unit : results.unit_references) {
        std::string reading;
        for (const Choice choice : level_choices())
            reading += (reading.empty() ? "" : ", ") + choice_text(audit, unit.reading, choice);
        if (!unit.answer.given()) continue;
        const UnitExpectation& expected = unit.answer.value();
        table.rows.push_back({unit.stratum, reading, fixed(expected.lost_first_year.value(), 2), t(expected.first_year),
                              t(expected.period)});
    }
    return table;
}

}  // namespace reddline::report
