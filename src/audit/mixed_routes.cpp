#include "audit/mixed_routes.hpp"

#include <string>

namespace reddline::audit {

Findings check_mixed_routes(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const ReadingResult& result : results.readings) {
        const bool mixes = result.reading.route == Route::maps && result.reading.reference == ReferenceKind::history;
        if (!mixes || !result.answer.given() || result.reading.arcs != Arcs::option_1) continue;
        findings.push_back(
            {"mixed_routes", Severity::warning, audit.zones[result.zone].zone.name,
             "The maps route sets change between two strata maps against a reference level from the loss "
             "product; the two do not see the same loss.",
             "reference history of '" + audit.history->zone + "'"});
    }
    return findings;
}

}  // namespace reddline::audit
