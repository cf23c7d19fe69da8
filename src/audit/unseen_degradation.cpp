#include "audit/unseen_degradation.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "domain/number_text.hpp"

namespace reddline::audit {

namespace {

/// The statement of a zone's loss route under option 1; null when there is none.
const Statement* option_1_of(const AuditResult& results, std::size_t zone) {
    const auto found = std::ranges::find_if(results.readings, [&](const ReadingResult& result) {
        return result.zone == zone && result.reading.route == Route::loss && result.reading.arcs == Arcs::option_1;
    });
    return found != results.readings.end() && found->answer.given() ? &found->answer.value() : nullptr;
}

}  // namespace

Findings check_unseen_degradation(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const ReadingResult& result : results.readings) {
        const Reading& reading = result.reading;
        const bool expects_unseen = reading.route == Route::loss && reading.arcs == Arcs::option_2 &&
                                    reading.reference == ReferenceKind::transitions;
        if (!expects_unseen || !result.answer.given()) continue;
        const Statement* const option_1 = option_1_of(results, result.zone);
        if (option_1 == nullptr) continue;
        const TonnesCO2e unseen = result.answer.value().reference - option_1->reference;
        // Less than half a kg is the noise of adding up in another order.
        if (std::abs(unseen.value()) < 0.0005) continue;
        findings.push_back({"option_2_unseen_by_loss", Severity::warning, audit.zones[result.zone].zone.name,
                            "Option 2 on the loss route expects change from forest to forest that the loss product "
                            "cannot see, so the credits of that reading are biased upwards.",
                            "reference level of option-2 minus option-1: " + grouped(unseen.value(), 1) + " tCO2e"});
    }
    return findings;
}

}  // namespace reddline::audit
