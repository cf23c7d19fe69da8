#include "report/answer.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

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
                       (statement.reading.route == Route::reported ? " the claim reports " : " the maps show ") +
                       grouped(lost.value(), 1) + " ha of forest lost in '" + audit.zones[statement.zone].zone.name +
                       "'";
    if (lost <= Hectares{}) return text + ".";
    const auto most = std::ranges::max_element(statement.strata, {}, &StratumBalance::observed_area);
    return text + ", " + fixed(100.0 * (most->observed_area / lost), 0) + " % of it in " + most->stratum + ".";
}

/// A warning that belongs beside the number: forest lost before the map's date is not forest in it any more.
std::string vintage_sentence(const AuditCase& audit, const Statement& statement) {
    const ReferenceSource* const source = audit.reference_of(statement.reading);
    const HistoryRule* const history = source == nullptr ? nullptr : source->history();
    if (history == nullptr || !statement.reading.strata_map) return {};
    const StrataMap& map = audit.maps[*statement.reading.strata_map];
    const int first_year = history->period.first().value();
    if (map.year < first_year) return {};
    return " The reference level is too low: it rests on loss since " + std::to_string(first_year) +
           ", and the strata map of " + std::to_string(map.year) + " no longer shows as forest what was lost by then.";
}

/// The end of the sentence on emissions: what was displaced, as far as that is known.
std::string displaced_text(const CreditTotals& totals) {
    const bool is_unseen = totals.unseen_belts > 0;
    if (!totals.displaced) {
        return std::string("; displaced emissions are not known, since ") +
               (is_unseen ? "the claim says nothing about the belts." : "no belt is given.");
    }
    return " and " + grouped(totals.displaced->value(), 0) + " tCO2e displaced into the belt" +
           (is_unseen ? "; the claim says nothing about " +
                            counted(static_cast<std::int64_t>(totals.unseen_belts), "more belt") + "."
                      : ".");
}

std::string expected_sentence(const AuditCase& audit, const Statement& statement) {
    std::optional<Hectares> expected;
    for (const StratumBalance& stratum : statement.strata) {
        if (stratum.expected_area) expected = expected.value_or(Hectares{}) + *stratum.expected_area;
    }
    const CreditTotals& totals = statement.totals;
    const std::string text = "The reference level expected " +
                             (expected ? grouped(expected->value(), 1) + " ha lost and " : std::string{}) +
                             grouped(totals.reference.value(), 0) + " tCO2e emitted; " +
                             grouped(totals.project.value(), 0) + " tCO2e were emitted";
    return text + displaced_text(totals) + vintage_sentence(audit, statement);
}

std::string credit_sentence(const Statement& statement) {
    const CreditTotals& totals = statement.totals;
    if (totals.reduction < TonnesCO2e{}) {
        return "Under the default reading nothing is creditable: emissions exceed the reference level by " +
               grouped(-totals.reduction.value(), 0) + " tCO2e.";
    }
    return "Under the default reading " + grouped(totals.credits.tCO2e) + " credits follow (tCO2e)" +
           (totals.is_upper_bound() ? ", an upper bound." : ".");
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

const ZoneStatement* default_answer(const AuditResult& results, std::size_t zone) {
    const auto found = std::ranges::find(results.statements, zone, &ZoneStatement::zone);
    return found == results.statements.end() ? nullptr : &*found;
}

std::vector<std::string> answer_sentences(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    const ZoneStatement* const result = default_answer(results, zone);
    if (result == nullptr) return {};
    if (!result->answer.given()) {
        return {"No credits can be computed for '" + audit.zones[zone].zone.name +
                "': " + result->answer.refusal().reason + "."};
    }
    const Statement& statement = result->answer.value();
    return {lost_sentence(audit, statement), expected_sentence(audit, statement), credit_sentence(statement)};
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
           " of the excluded outside every zone";
}

}  // namespace reddline::report
