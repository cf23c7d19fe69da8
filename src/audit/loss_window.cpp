#include "audit/loss_window.hpp"

#include "audit/evidence_text.hpp"

namespace reddline::audit {

namespace {

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

std::optional<LossWindow> loss_window(const AuditCase& audit, const AuditResult& results) {
    if (!audit.monitoring || results.losses.empty()) return std::nullopt;
    const int first = audit.monitoring->first_year().value();
    const int last = audit.monitoring->last_year().value();
    const LossWindow window{2 * first - last - 1, first, last};
    const bool is_covered = audit.codes.code_of(LossYear{window.first_before}) && audit.codes.code_of(LossYear{last});
    return is_covered ? std::optional(window) : std::nullopt;
}

LossTrend loss_trend(const AuditCase& audit, const AuditResult& results, std::size_t zone, const LossWindow& window) {
    const ZoneLoss& loss = results.losses[zone];
    return {mean_loss(audit, loss, window.first_before, window.first - 1),
            mean_loss(audit, loss, window.first, window.last)};
}

std::string trend_text(const LossTrend& trend, const LossWindow& window) {
    return ha_text(trend.before) + " per year in " + years_text(window.first_before, window.first - 1) + ", " +
           ha_text(trend.during) + " per year in " + years_text(window.first, window.last);
}

}  // namespace reddline::audit
