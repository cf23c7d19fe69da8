#include "audit/unseen_regrowth.hpp"

#include "audit/caveat_count.hpp"

namespace reddline::audit {

Findings check_unseen_regrowth(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (const CaveatCount& count : count_caveat(audit, results, Caveat::regrowth_unseen)) {
        findings.push_back({"post_stock_unseen_by_loss", Severity::note, audit.zones[count.zone].zone.name,
                            "In some readings the reference level subtracts the carbon that stands on the land "
                            "afterwards and the observed loss does not, so their credits are biased downwards; they "
                            "are set apart as not consistent.",
                            evidence_of(count)});
    }
    return findings;
}

}  // namespace reddline::audit
