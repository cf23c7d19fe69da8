#include "audit/loss_trend.hpp"

#include <string>

#include "domain/number_text.hpp"
#include "domain/units.hpp"

namespace reddline::audit {

namespace {

/// Mean yearly loss over the years first..last, which the product covers. Every stratum counts: a strata map no longer
/// shows as forest what was lost before its date, so its forest strata alone would make earlier years look quiet.
Hectares mean_loss(const AuditCase& audit, const ZoneLoss& loss, int first, int last) {
    Hectares sum;
    for (int year = first; year <= last; ++year) {
        const auto code = audit.codes.code_of(LossYear{year});
        for (const StratumLoss& stratum : loss.strata) {
            if (code) sum += hectares(stratum.loss_by_code[*code].area_cm2);
        }
    }
    return (1.0 / (last - first + 1)) * sum;
}

}  // namespace

Findings check_loss_trend(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const ReadingResult& result : results.readings) {
        const bool is_default = result.reading.route == Route::loss && result.reading.arcs == Arcs::option_1;
        if (!is_default || !result.answer.given() || result.answer.value().credits.tCO2e == 0) continue;
        const int first = audit.monitoring->first_year().value();
        const int last = audit.monitoring->last_year().value();
        const int years = last - first + 1;
        if (!audit.codes.code_of(LossYear{first - years})) continue;
        const ZoneLoss& loss = results.losses[result.zone];
        const Hectares before = mean_loss(audit, loss, first - years, first - 1);
        const Hectares during = mean_loss(audit, loss, first, last);
        if (during <= before) continue;
        findings.push_back(
            {"credits_while_loss_rises", Severity::warning, audit.zones[result.zone].zone.name,
             "Credits follow although mapped loss of tree cover per year is higher than in as many years before.",
             grouped(before.value(), 1) + " ha per year in " + std::to_string(first - years) + "-" +
                 std::to_string(first - 1) + ", " + grouped(during.value(), 1) + " ha per year in " +
                 std::to_string(first) + "-" + std::to_string(last)});
    }
    return findings;
}

}  // namespace reddline::audit
