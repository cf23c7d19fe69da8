#include "audit/loss_trend.hpp"

#include "audit/evidence_text.hpp"
#include "audit/loss_window.hpp"

namespace reddline::audit {

Findings check_loss_trend(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    const auto window = loss_window(audit, results);
    if (!window) return findings;
    for (const ZoneStatement& of_zone : results.statements) {
        if (!of_zone.answer.given() || of_zone.answer.value().totals.credits.tCO2e == 0) continue;
        const LossTrend trend = loss_trend(audit, results, of_zone.zone, *window);
        if (!is_more(trend.during, trend.before)) continue;
        findings.push_back(
            {"credits_while_loss_rises", Severity::warning, audit.zones[of_zone.zone].zone.name,
             "Credits follow although mapped loss of tree cover per year is higher than in as many years before.",
             trend_text(trend, *window)});
    }
    return findings;
}

}  // namespace reddline::audit
