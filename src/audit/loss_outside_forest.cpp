#include "audit/loss_outside_forest.hpp"

#include <string>

#include "domain/number_text.hpp"
#include "domain/units.hpp"

namespace reddline::audit {

Findings check_loss_outside_forest(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        const ZoneLoss& loss = results.losses[zone];
        if (loss.loss_outside_forest.pixels == 0) continue;
        Tally all = loss.loss_outside_forest;
        for (const StratumLoss& stratum : loss.strata)
            all += all_loss(stratum);
        const double share_pct =
            100.0 * static_cast<double>(loss.loss_outside_forest.area_cm2) / static_cast<double>(all.area_cm2);
        findings.push_back({"loss_outside_forest", Severity::note, audit.zones[zone].zone.name,
                            "Loss on pixels that were not forest in 2000 (" + audit.forest.text() +
                                ") is counted apart and emits nothing here.",
                            grouped(hectares(loss.loss_outside_forest.area_cm2).value(), 1) + " ha, " +
                                fixed(share_pct, 2) + " % of all mapped loss"});
    }
    return findings;
}

}  // namespace reddline::audit
