#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "domain/crosstab.hpp"
#include "domain/forest_rule.hpp"
#include "domain/stratum.hpp"
#include "domain/year.hpp"
#include "domain/zone_loss.hpp"

namespace reddline::reference {

/// What one bin adds to the stratum that it shows.
inline void take_bin(const Bin& bin, bool is_forest, StratumLoss& stratum, ZoneLoss& loss) {
    loss.counted += bin.tally;
    if (is_forest) stratum.forest_2000 += bin.tally;
    if (bin.key.loss_code == 0) return;
    (is_forest ? stratum.loss_by_code : loss.outside_by_code)[bin.key.loss_code] += bin.tally;
    if (!is_forest) loss.loss_outside_forest += bin.tally;
}

/// Forest and loss of a zone, bin by bin: the slow twin of `accounting::LossByCover`, written from Eq. 3 and 4.
inline ZoneLoss loss_naive(const Crosstab& crosstab, std::size_t zone, const std::vector<StrataMap>& maps,
                           std::optional<std::size_t> map, const LossCodes& codes, const ForestRule& rule) {
    const std::vector<Tally> none(codes.last_code() + std::size_t{1});
    ZoneLoss loss{{}, {}, none, {}};
    if (map) {
        for (const Stratum& stratum : maps[*map].legend.strata())
            loss.strata.push_back({stratum.name, stratum.kind, {}, none});
        loss.strata.push_back({"", std::nullopt, {}, none});
    } else {
        loss.strata.push_back({unstratified, StratumKind::forest, {}, none});
    }
    for (const Bin& bin : crosstab.bins()) {
        if (bin.key.zone != zone) continue;
        StratumLoss& stratum = loss.strata[map ? crosstab.combinations()[bin.key.combination][*map] : 0];
        const bool is_forest = rule.is_forest(bin.key.cover_pct) && stratum.kind != StratumKind::excluded;
        take_bin(bin, is_forest, stratum, loss);
    }
    return loss;
}

}  // namespace reddline::reference
