#include "accounting/canopy_sweep.hpp"

#include <set>

#include "accounting/loss_by_cover.hpp"

namespace reddline::accounting {

namespace {

CanopyRow canopy_row(std::size_t zone, const ForestRule& forest, const ZoneLoss& loss) {
    CanopyRow row{zone, forest, {}, {}, loss.loss_outside_forest};
    for (const StratumLoss& stratum : loss.strata) {
        row.forest_2000 += stratum.forest_2000;
        row.loss += all_loss(stratum);
    }
    return row;
}

}  // namespace

std::vector<CanopyRow> canopy_sweep(const AuditCase& audit) {
    std::set<double> thresholds_pct(audit.canopy_sweep.begin(), audit.canopy_sweep.end());
    thresholds_pct.insert(audit.forest.canopy_pct);
    std::vector<CanopyRow> rows;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        for (const CrosstabOfArea& table : audit.crosstabs) {
            const LossByCover by_cover(table.crosstab, zone, audit.maps, baseline_map(audit.maps), audit.codes);
            for (const double canopy_pct : thresholds_pct) {
                for (const CanopyRule rule : {CanopyRule::greater, CanopyRule::at_least}) {
                    const ForestRule forest{canopy_pct, rule, table.min_area_ha, audit.forest.neighbours};
                    rows.push_back(canopy_row(zone, forest, by_cover.at(forest)));
                }
            }
        }
    }
    return rows;
}

}  // namespace reddline::accounting
