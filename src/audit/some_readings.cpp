#include "audit/some_readings.hpp"

#include <algorithm>
#include <cstdint>

#include "audit/zone_facts.hpp"
#include "domain/number_text.hpp"

namespace reddline::audit {

namespace {

/// Consistent readings of a zone with credits and without.
struct Divided {
    std::int64_t with_credits = 0;
    std::int64_t without = 0;
    std::int64_t lowest_tCO2e = 0;  ///< fewest credits of a reading that gives any
    std::int64_t highest_tCO2e = 0;
    TonnesCO2e lowest_reduction;  ///< of a reading that gives none
};

Divided divide(const AuditResult& results, std::size_t zone) {
    Divided divided;
    for (const ReadingResult& result : readings_of(results.readings, zone)) {
        if (!result.answer.given() || !result.caveats.empty()) continue;
        const CreditTotals& totals = result.answer.value();
        const std::int64_t credits_tCO2e = totals.credits.tCO2e;
        if (credits_tCO2e == 0) {
            divided.lowest_reduction =
                divided.without == 0 ? totals.reduction : std::min(divided.lowest_reduction, totals.reduction);
            ++divided.without;
            continue;
        }
        divided.lowest_tCO2e =
            divided.with_credits == 0 ? credits_tCO2e : std::min(divided.lowest_tCO2e, credits_tCO2e);
        divided.highest_tCO2e = std::max(divided.highest_tCO2e, credits_tCO2e);
        ++divided.with_credits;
    }
    return divided;
}

}  // namespace

Findings check_some_readings(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const std::size_t zone : project_zones(audit)) {
        const Divided divided = divide(results, zone);
        if (divided.with_credits == 0 || divided.without == 0) continue;
        findings.push_back({"credits_under_some_readings", Severity::warning, audit.zones[zone].zone.name,
                            "Credits exist only under some of the readings that treat what was expected and what is "
                            "observed alike.",
                            counted(divided.with_credits, "reading") + " with " + grouped(divided.lowest_tCO2e) +
                                " to " + grouped(divided.highest_tCO2e) + " tCO2e of credits; " +
                                counted(divided.without, "reading") + " without, with reductions down to " +
                                grouped(divided.lowest_reduction.value(), 0) + " tCO2e"});
    }
    return findings;
}

}  // namespace reddline::audit
