#include "audit/unreported_strata.hpp"

#include <string>

#include "audit/evidence_text.hpp"
#include "audit/stratum_mixes.hpp"
#include "audit/zone_facts.hpp"

namespace reddline::audit {

namespace {

// Our own threshold: less of the mapped loss than this may be the maps' own error along the edges of forest types.
constexpr double large_share = 0.10;

std::string evidence_of(const StratumShare& mapped, const std::string& map, const CarbonTable* factors) {
    std::string text = mapped.stratum + ": mapped " + ha_text(mapped.area) + ", " + per_cent(mapped.share) +
                       " of the mapped forest loss by " + map + "; reported none";
    const CarbonStock* const stock = factors != nullptr ? factors->find(mapped.stratum) : nullptr;
    if (stock != nullptr) text += "; it emits " + t_text(mapped.area * as_CO2e(stock->density()));
    return text;
}

}  // namespace

Findings check_unreported_strata(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    const StratumQuestion* const question = claimed_question(audit, results);
    if (question == nullptr || !results.default_reading.strata_map) return findings;
    const std::size_t map = *results.default_reading.strata_map;
    const LossMix* const reported = mix_of(*question, MixSource::reported);
    const LossMix* const mapped = mapped_mix(*question, map);
    if (reported == nullptr || mapped == nullptr) return findings;
    for (const StratumShare& stratum : mapped->strata) {
        if (stratum.share < large_share || reported->share_of(stratum.stratum) > 0.0) continue;
        findings.push_back({"loss_in_stratum_reported_as_none", Severity::warning,
                            audit.zones[question->zone].zone.name,
                            "A forest type holds much of the mapped loss, and the claim reports no loss in it.",
                            evidence_of(stratum, audit.maps[map].name, audit.factors_of(results.default_reading))});
    }
    return findings;
}

}  // namespace reddline::audit
