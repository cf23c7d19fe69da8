#include "accounting/mapped_loss.hpp"

#include <cstdint>

namespace reddline::accounting {

Tally forest_at_start(const StratumLoss& stratum, LossYear year, const LossCodes& codes) {
    Tally left = stratum.forest_2000;
    for (std::size_t code = 1; code <= codes.last_code(); ++code) {
        if (codes.year_of(static_cast<std::uint8_t>(code)) >= year) break;
        left.pixels -= stratum.loss_by_code[code].pixels;
        left.area_cm2 -= stratum.loss_by_code[code].area_cm2;
    }
    return left;
}

ActivityData loss_activity(const Workings& workings, std::size_t zone, const Reading& reading) {
    const AuditCase& audit = workings.audit();
    ActivityData activity{.zone = zone,
                          .route = Route::loss,
                          .strata = reading.strata_map ? audit.maps[*reading.strata_map].name : std::string{},
                          .rows = {}};
    for (const StratumLoss& stratum : workings.loss(zone, reading).strata) {
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
