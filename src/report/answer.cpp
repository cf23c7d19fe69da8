#include "report/answer.hpp"

#include <algorithm>

#include "domain/number_text.hpp"
#include "domain/units.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

std::string period_text(const MonitoringPeriod& period) {
    return to_string(period.start()) + " to " + to_string(period.end());
}

std::string lost_sentence(const AuditCase& audit, const Statement& statement) {
    Hectares lost;
    for (const StratumBalance& stratum : statement.strata)
        lost += stratum.observed_area;
    const bool has_part_year =
        std::ranges::any_of(statement.years, [](const StatementYear& year) { return year.fraction < 1.0; });
    std::string text = "From " + period_text(*audit.monitoring) + (has_part_year ? ", part years by days," : "") +
                       " the maps show " + grouped(lost.value(), 1) + " ha of forest lost in '" +
                       audit.zones[statement.zone].zone.name + "'";
    if (lost <= Hectares{}) return text + ".";
    const auto most = std::ranges::max_element(statement.strata, {}, &StratumBalance::observed_area);
    return text + ", " + fixed(100.0 * (most->observed_area / lost), 0) + " % of it in " + most->stratum + ".";
}

/// A warning that belongs beside the number: forest lost before the map's date is not forest in it any more.
std::string vintage_sentence(const AuditCase& audit, const Statement& statement) {
    const bool is_late = audit.history && statement.reading.strata_map &&
                         audit.maps[*statement.reading.strata_map].year >= audit.history->period.first().value();
    if (!is_late) return {};
    const StrataMap& map = audit.maps[*statement.reading.strata_map];
    return " The reference level is too low: it rests on loss since " +
           std::to_string(audit.history->period.first().value()) + ", and the strata map of " +
           std::to_string(map.year) + " no longer shows as forest what was lost by then.";
}

std::string expected_sentence(const AuditCase& audit, const Statement& statement) {
    Hectares expected;
    for (const StratumBalance& stratum : statement.strata)
        expected += stratum.expected_area;
    std::string text = "The reference level expected " + grouped(expected.value(), 1) + " ha lost and " +
                       grouped(statement.reference.value(), 0) + " tCO2e emitted; " +
                       grouped(statement.project.value(), 0) + " tCO2e were emitted";
    text += statement.displaced ? " and " + grouped(statement.displaced->value(), 0) + " tCO2e displaced into the belt."
                                : "; displaced emissions are not known, since no belt is given.";
    return text + vintage_sentence(audit, statement);
}

std::string credit_sentence(const Statement& statement) {
    if (statement.reduction < TonnesCO2e{}) {
        return "Under the default reading nothing is creditable: emissions exceed the reference level by " +
               grouped(-statement.reduction.value(), 0) + " tCO2e.";
    }
    return "Under the default reading " + grouped(statement.credits.tCO2e) + " credits follow (tCO2e)" +
           (statement.displaced ? "." : ", an upper bound.");
}

bool is_rejected(Outcome outcome) {
    return outcome == Outcome::beyond_last_year || outcome == Outcome::cover_out_of_range;
}

/// "N <what> = A counted + B excluded + C rejected".
std::string balance_text(const OutcomeTally& outcomes, const std::string& what) {
    std::int64_t counted = 0;
    std::int64_t excluded = 0;
    std::int64_t rejected = 0;
    for (const Outcome outcome : all_outcomes()) {
        const std::int64_t pixels = outcomes[static_cast<std::size_t>(outcome)].pixels;
        (outcome == Outcome::counted ? counted : is_rejected(outcome) ? rejected : excluded) += pixels;
    }
    return grouped(counted + excluded + rejected) + " " + what + " = " + grouped(counted) + " counted + " +
           grouped(excluded) + " excluded + " + grouped(rejected) + " rejected";
}

}  // namespace

const ReadingResult* default_answer(const AuditResult& results, std::size_t zone) {
    const auto found = std::ranges::find(results.readings, zone, &ReadingResult::zone);
    return found == results.readings.end() ? nullptr : &*found;
}

std::vector<std::string> answer_sentences(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    const ReadingResult* const result = default_answer(results, zone);
    if (result == nullptr) return {};
    if (!result->answer.given()) {
        return {"No credits can be computed for '" + audit.zones[zone].zone.name +
                "': " + result->answer.refusal().reason + "."};
    }
    const Statement& statement = result->answer.value();
    return {lost_sentence(audit, statement), expected_sentence(audit, statement), credit_sentence(statement)};
}

std::vector<std::string> other_readings(const AuditResult& results, std::size_t zone) {
    std::vector<std::string> lines;
    bool is_default = true;
    for (const ReadingResult& result : results.readings) {
        if (result.zone != zone) continue;
        const std::string name = "route " + std::string(to_string(result.reading.route)) + ", " +
                                 std::string(to_string(result.reading.arcs));
        if (!is_default) {
            lines.push_back(name + ": " +
                            (result.answer.given() ? grouped(result.answer.value().credits.tCO2e) + " credits"
                                                   : "refused, " + result.answer.refusal().reason));
        }
        is_default = false;
    }
    return lines;
}

std::string pixel_sentence(const AuditCase& audit) {
    OutcomeTally in_zones = audit.crosstabs.front().crosstab.outcomes();
    in_zones[static_cast<std::size_t>(Outcome::outside_zones)] = {};
    return balance_text(in_zones, "in zones");
}

std::string read_sentence(const AuditCase& audit) {
    const OutcomeTally& outcomes = audit.crosstabs.front().crosstab.outcomes();
    return balance_text(outcomes, "read") + "; " +
           grouped(outcomes[static_cast<std::size_t>(Outcome::outside_zones)].pixels) +
           " of those excluded lie outside every zone";
}

}  // namespace reddline::report
