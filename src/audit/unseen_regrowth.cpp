#include "audit/unseen_regrowth.hpp"

namespace reddline::audit {

Findings check_unseen_regrowth(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const ReadingResult& result : results.readings) {
        const Reading& reading = result.reading;
        const bool lopsided = reading.route == Route::loss && reading.arcs == Arcs::option_1 &&
                              reading.post == PostStock::post_stock && reading.reference == ReferenceKind::transitions;
        if (!lopsided || !result.answer.given()) continue;
        findings.push_back(
            {"post_stock_unseen_by_loss", Severity::warning, audit.zones[result.zone].zone.name,
             "The reference level subtracts the carbon that stands on the land afterwards; the loss route cannot "
             "know it and subtracts nothing, so its credits are biased downwards.",
             "reading post-stock, route loss"});
    }
    return findings;
}

}  // namespace reddline::audit
