#include "report/answer.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "domain/number_text.hpp"
#include "domain/units.hpp"
#include "report/buffer_text.hpp"
#include "report/uncertainty_text.hpp"

namespace reddline::report {

namespace {

std::string period_text(const Strings& say, const AuditCase& audit, const Statement& statement) {
    const bool has_part_year =
        std::ranges::any_of(statement.years, [](const StatementYear& year) { return year.fraction < 1.0; });
    return say(has_part_year ? "answer.period_by_days" : "answer.period",
               {{"start", to_string(audit.monitoring->start())}, {"end", to_string(audit.monitoring->end())}});
}

/// The sentence on what was lost, by who says so.
std::string_view lost_key(Route route, bool is_none) {
    if (route == Route::reported) return is_none ? "answer.none_reported" : "answer.reported";
    if (route == Route::sample) return is_none ? "answer.none_estimated" : "answer.estimated";
    return is_none ? "answer.none_mapped" : "answer.mapped";
}

std::string lost_sentence(const Strings& say, const AuditCase& audit, const Statement& statement) {
    Hectares lost;
    for (const StratumBalance& stratum : statement.strata)
        lost += stratum.observed_area;
    const std::string_view key = lost_key(statement.reading.route, lost <= Hectares{});
    const std::string period = period_text(say, audit, statement);
    const std::string area = say.grouped(lost.value(), 1);
    const std::string& zone = audit.zones[statement.zone].zone.name;
    if (lost <= Hectares{}) return say(key, {{"period", period}, {"area", area}, {"zone", zone}});
    const auto most = std::ranges::max_element(statement.strata, {}, &StratumBalance::observed_area);
    return say(key, {{"period", period},
                     {"area", area},
                     {"zone", zone},
                     {"percent", say.number(fixed(100.0 * (most->observed_area / lost), 0))},
                     {"stratum", most->stratum}});
}

/// A warning that belongs beside the number: forest lost before the map's date is not forest in it any more.
std::string vintage_sentence(const Strings& say, const AuditCase& audit, const Statement& statement) {
    const ReferenceSource* const source = audit.reference_of(statement.reading);
    const HistoryRule* const history = source == nullptr ? nullptr : source->history();
    if (history == nullptr || !statement.reading.strata_map) return {};
    const StrataMap& map = audit.maps[*statement.reading.strata_map];
    const int first_year = history->period.first().value();
    if (map.year < first_year) return {};
    return say("answer.reference_too_low", {{"first", std::to_string(first_year)}, {"year", std::to_string(map.year)}});
}

std::string expectation_text(const Strings& say, const Statement& statement) {
    std::optional<Hectares> expected;
    for (const StratumBalance& stratum : statement.strata) {
        if (stratum.expected_area) expected = expected.value_or(Hectares{}) + *stratum.expected_area;
    }
    const std::string emission = say.grouped(statement.totals.reference.value(), 0);
    if (!expected) return say("answer.expected_emission", {{"emission", emission}});
    return say("answer.expected", {{"area", say.grouped(expected->value(), 1)}, {"emission", emission}});
}

/// What was expected, emitted and displaced, as far as that is known.
std::string expected_sentence(const Strings& say, const Statement& statement) {
    const CreditTotals& totals = statement.totals;
    const std::string expected = expectation_text(say, statement);
    const std::string emission = say.grouped(totals.project.value(), 0);
    if (!totals.displaced) {
        return say(totals.unseen_belts > 0 ? "answer.emitted_belts_unseen" : "answer.emitted_without_belt",
                   {{"expected", expected}, {"emission", emission}});
    }
    const std::string displaced = say.grouped(totals.displaced->value(), 0);
    if (totals.unseen_belts == 0) {
        return say("answer.emitted_and_displaced",
                   {{"expected", expected}, {"emission", emission}, {"displaced", displaced}});
    }
    return say.counted("answer.emitted_belts_left", static_cast<std::int64_t>(totals.unseen_belts),
                       {{"expected", expected}, {"emission", emission}, {"displaced", displaced}});
}

std::string credit_sentence(const Strings& say, const Statement& statement) {
    const CreditTotals& totals = statement.totals;
    if (totals.reduction < TonnesCO2e{})
        return say("answer.nothing_creditable", {{"excess", say.grouped(-totals.reduction.value(), 0)}});
    return say(totals.is_upper_bound() ? "answer.upper_bound" : "answer.credits",
               {{"credits", say.grouped(totals.credits.tCO2e)}});
}

bool is_rejected(Outcome outcome) {
    return outcome == Outcome::beyond_last_year || outcome == Outcome::cover_out_of_range;
}

/// Pixels by what became of them.
struct Balance {
    std::int64_t counted = 0;
    std::int64_t excluded = 0;
    std::int64_t rejected = 0;
};

Balance balance_of(const OutcomeTally& outcomes) {
    Balance balance;
    for (const Outcome outcome : all_outcomes()) {
        const std::int64_t pixels = outcomes[static_cast<std::size_t>(outcome)].pixels;
        (outcome == Outcome::counted ? balance.counted
         : is_rejected(outcome)      ? balance.rejected
                                     : balance.excluded) += pixels;
    }
    return balance;
}

}  // namespace

const ZoneStatement* default_answer(const AuditResult& results, std::size_t zone) {
    const auto found = std::ranges::find(results.statements, zone, &ZoneStatement::zone);
    return found == results.statements.end() ? nullptr : &*found;
}

std::vector<std::string> answer_sentences(const Strings& say, const AuditCase& audit, const AuditResult& results,
                                          std::size_t zone) {
    const ZoneStatement* const result = default_answer(results, zone);
    if (result == nullptr) return {};
    if (!result->answer.given()) {
        return {say("answer.no_credits",
                    {{"zone", audit.zones[zone].zone.name}, {"reason", result->answer.refusal().reason}})};
    }
    const Statement& statement = result->answer.value();
    const std::string warning = vintage_sentence(say, audit, statement);
    std::vector<std::string> sentences{lost_sentence(say, audit, statement),
                                       expected_sentence(say, statement) + (warning.empty() ? "" : " ") + warning,
                                       credit_sentence(say, statement)};
    for (std::string& sentence : uncertainty_sentences(say, audit, results, zone))
        sentences.push_back(std::move(sentence));
    if (std::string buffer = buffer_sentence(say, audit, results, zone); !buffer.empty())
        sentences.push_back(std::move(buffer));
    return sentences;
}

std::string pixel_sentence(const Strings& say, const AuditCase& audit) {
    OutcomeTally in_zones = audit.crosstabs.front().crosstab.outcomes();
    in_zones[static_cast<std::size_t>(Outcome::outside_zones)] = {};
    const Balance balance = balance_of(in_zones);
    return say("answer.pixels_in_zones", {{"all", say.grouped(balance.counted + balance.excluded + balance.rejected)},
                                          {"counted", say.grouped(balance.counted)},
                                          {"excluded", say.grouped(balance.excluded)},
                                          {"rejected", say.grouped(balance.rejected)}});
}

std::string read_sentence(const Strings& say, const AuditCase& audit) {
    const OutcomeTally& outcomes = audit.crosstabs.front().crosstab.outcomes();
    const Balance balance = balance_of(outcomes);
    return say("answer.pixels_read",
               {{"all", say.grouped(balance.counted + balance.excluded + balance.rejected)},
                {"counted", say.grouped(balance.counted)},
                {"excluded", say.grouped(balance.excluded)},
                {"rejected", say.grouped(balance.rejected)},
                {"outside", say.grouped(outcomes[static_cast<std::size_t>(Outcome::outside_zones)].pixels)}});
}

}  // namespace reddline::report
