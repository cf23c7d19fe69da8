#include "report/reading_tables.hpp"

#include <algorithm>

#include "domain/number_text.hpp"
#include "domain/reading_scope.hpp"
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

/// How many of the computed readings treat what was expected and what is observed alike, and what those give.
std::string consistency_text(const ReadingsSummary& summary) {
    const std::string alike = "what was expected and what is observed alike";
    const std::size_t computed = summary.all->readings;
    const std::size_t consistent = summary.consistent ? summary.consistent->readings : 0;
    if (computed == 1) return std::string(consistent == 1 ? " It treats " : " It does not treat ") + alike + ".";
    if (consistent == 0) return " None treats " + alike + ".";
    if (consistent == computed) return " All of them treat " + alike + ".";
    const std::string which =
        consistent == 1 ? "one that treats " : grouped(static_cast<std::int64_t>(consistent)) + " that treat ";
    return " The " + which + alike + " " + give_text(*summary.consistent) + ".";
}

std::string spread_sentence(const ReadingsSummary& summary) {
    const std::size_t computed = summary.all->readings;
    std::string text = count(computed, "reading") + " " + give_text(*summary.all);
    if (summary.refused > 0) {
        text += "; " + grouped(static_cast<std::int64_t>(summary.refused)) +
                (summary.refused == 1 ? " more is refused" : " more are refused");
    }
    return text + "." + consistency_text(summary);
}

/// "3 of these 5 reach the claim".
std::string reach_text(const Spread& spread) {
    const std::size_t reach = *spread.at_or_above_claim;
    if (reach == 0) return "None of them reaches the claim";
    if (reach == spread.readings) return "All of them reach the claim";
    return grouped(static_cast<std::int64_t>(reach)) + " of these " +
           grouped(static_cast<std::int64_t>(spread.readings)) + (reach == 1 ? " reaches" : " reach") + " the claim";
}

std::string claim_sentence(const AuditCase& audit, const AuditResult& results, const ReadingsSummary& summary) {
    const Spread& spread = summary.consistent ? *summary.consistent : *summary.all;
    if (spread.readings == 1)
        return *spread.at_or_above_claim == 1 ? "It reaches the claim." : "It does not reach the claim.";
    const ReadingResult& nearest = results.readings[*spread.nearest_to_claim];
    return reach_text(spread) + "; the nearest to it gives " + counted(nearest.answer.value().credits.tCO2e, "credit") +
           " (" + difference_text(audit, results.default_reading, nearest.reading) + ").";
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
    return "The choice that matters most is " + std::string(to_string(most.choice)) +
           ": changing it alone moves the credits by " + grouped(most.mean_range_tCO2e, 0) + " on average, at most " +
           grouped(most.largest_range_tCO2e, 0) + ".";
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

std::vector<std::string> readings_sentences(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    const ReadingsSummary* const summary = summary_of(results, zone);
    if (summary == nullptr) return {};
    if (!summary->all) return {refused_sentence(summary->refused)};
    std::vector<std::string> sentences{spread_sentence(*summary)};
    if (summary->all->nearest_to_claim) sentences.push_back(claim_sentence(audit, results, *summary));
    sentences.push_back(effect_sentence(*summary));
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
