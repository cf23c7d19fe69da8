#include "audit/reported_beyond_forest.hpp"

#include <string>

#include "audit/evidence_text.hpp"
#include "audit/stratum_mixes.hpp"
#include "audit/zone_facts.hpp"

namespace reddline::audit {

Findings check_reported_beyond_forest(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    const StratumQuestion* const question = claimed_question(audit, results);
    if (question == nullptr) return findings;
    const LossMix* const reported = mix_of(*question, MixSource::reported);
    const Statement* const statement = statement_of(results, question->zone);
    if (reported == nullptr || statement == nullptr) return findings;
    for (const StratumShare& stratum : reported->strata) {
        const Hectares forest = forest_at_start(*statement, stratum.stratum);
        if (!is_more(stratum.area, forest)) continue;
        findings.push_back(
            {"reported_beyond_forest", Severity::warning, audit.zones[question->zone].zone.name,
             "The claim reports more loss in a forest type than the zone holds of it.",
             stratum.stratum + ": reported " + ha_text(stratum.area) + ", forest at the start " + ha_text(forest)});
    }
    return findings;
}

}  // namespace reddline::audit
