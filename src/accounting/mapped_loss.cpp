#include "accounting/mapped_loss.hpp"

#include <algorithm>

namespace reddline::accounting {

namespace {

std::vector<StratumLoss> empty_strata(const std::vector<StrataMap>& maps, std::optional<std::size_t> map,
                                      const LossCodes& codes) {
    const std::vector<Tally> no_loss(codes.last_code() + std::size_t{1});
    if (!map) return {{unstratified, StratumKind::forest, {}, no_loss}};
    std::vector<StratumLoss> strata;
    for (const Stratum& stratum : maps[*map].legend.strata())
        strata.push_back({stratum.name, stratum.kind, {}, no_loss});
    strata.push_back({"", std::nullopt, {}, no_loss});
    return strata;
}

}  // namespace

ZoneLoss mapped_loss(const Crosstab& crosstab, std::size_t zone, const std::vector<StrataMap>& maps,
                     std::optional<std::size_t> map, const ForestRule& rule, const LossCodes& codes) {
    ZoneLoss result;
    result.strata = empty_strata(maps, map, codes);
    result.outside_by_code.resize(codes.last_code() + std::size_t{1});
    const auto& bins = crosstab.bins();
    const auto first = std::ranges::lower_bound(bins, zone, {}, [](const Bin& bin) { return bin.key.zone; });
    for (auto bin = first; bin != bins.end() && bin->key.zone == zone; ++bin) {
        const std::size_t index = map ? crosstab.combinations()[bin->key.combination][*map] : 0;
        StratumLoss& stratum = result.strata[index];
        result.counted += bin->tally;
        if (rule.is_forest(bin->key.cover_pct) && stratum.kind != StratumKind::excluded) {
            stratum.forest_2000 += bin->tally;
            if (bin->key.loss_code != 0) stratum.loss_by_code[bin->key.loss_code] += bin->tally;
        } else if (bin->key.loss_code != 0) {
            result.loss_outside_forest += bin->tally;
            result.outside_by_code[bin->key.loss_code] += bin->tally;
        }
    }
    return result;
}

Tally forest_at_start(const StratumLoss& stratum, LossYear year, const LossCodes& codes) {
    Tally left = stratum.forest_2000;
    for (std::size_t code = 1; code <= codes.last_code(); ++code) {
        if (codes.year_of(static_cast<std::uint8_t>(code)) >= year) break;
        left.pixels -= stratum.loss_by_code[code].pixels;
        left.area_cm2 -= stratum.loss_by_code[code].area_cm2;
    }
    return left;
}

ActivityData loss_activity(const AuditCase& audit, std::size_t zone, const Reading& reading) {
    const ZoneLoss loss = mapped_loss(audit.crosstab(reading.forest.min_area_ha), zone, audit.maps, reading.strata_map,
                                      reading.forest, audit.codes);
    ActivityData activity{.zone = zone,
                          .route = Route::loss,
                          .strata = reading.strata_map ? audit.maps[*reading.strata_map].name : std::string{},
                          .rows = {}};
    for (const StratumLoss& stratum : loss.strata) {
        if (stratum.forest_2000.pixels == 0) continue;
        for (std::size_t code = 1; code <= audit.codes.last_code(); ++code) {
            activity.rows.push_back({stratum.stratum, stratum.kind, std::nullopt,
                                     audit.codes.year_of(static_cast<std::uint8_t>(code)),
                                     hectares(stratum.loss_by_code[code].area_cm2), std::nullopt});
        }
    }
    return activity;
}

}  // namespace reddline::accounting
