#include "audit/unseen_degradation.hpp"

#include "audit/caveat_count.hpp"

namespace reddline::audit {

Findings check_unseen_degradation(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const CaveatCount& count : count_caveat(audit, results, Caveat::degradation_unseen)) {
        findings.push_back({"option_2_unseen_by_loss", Severity::note, audit.zones[count.zone].zone.name,
                            "Some readings expect change from forest to forest that their activity data cannot show, "
                            "so their credits are biased upwards; they are set apart as not consistent.",
                            evidence_of(count)});
    }
    return findings;
}

}  // namespace reddline::audit
