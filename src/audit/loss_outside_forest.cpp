#include "audit/loss_outside_forest.hpp"

#include "audit/evidence_text.hpp"
#include "domain/units.hpp"

namespace reddline::audit {

namespace {

// Our own threshold: from a tenth of all mapped loss on, the forest rule decides more than a rounding of the result.
constexpr double doubted_from_share = 0.10;

}  // namespace

Findings check_loss_outside_forest(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (std::size_t zone = 0; zone < results.losses.size(); ++zone) {
        const ZoneLoss& loss = results.losses[zone];
        if (loss.loss_outside_forest.pixels == 0) continue;
        Tally all = loss.loss_outside_forest;
        for (const StratumLoss& stratum : loss.strata)
            all += all_loss(stratum);
        const Hectares outside = hectares(loss.loss_outside_forest.area_cm2);
        const double share = outside / hectares(all.area_cm2);
        findings.push_back({"loss_outside_forest", share >= doubted_from_share ? Severity::warning : Severity::note,
                            audit.zones[zone].zone.name,
                            "Loss on pixels that were not forest in 2000 (" + audit.forest.text() +
                                ") is counted apart and emits nothing here.",
                            ha_text(outside) + ", " + per_cent(share) + " of all mapped loss"});
    }
    return findings;
}

}  // namespace reddline::audit
