#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "domain/crosstab.hpp"
#include "domain/stratum.hpp"

namespace reddline {

/// Name of the one stratum that all forest belongs to where there is no strata map.
inline constexpr const char* unstratified = "forest";

/// Forest and loss of one stratum of a zone under one forest rule.
struct StratumLoss {
    std::string stratum;              ///< empty where the map has none
    std::optional<StratumKind> kind;  ///< nothing where the map has none
    Tally forest_2000;                ///< canopy above the threshold in 2000
    std::vector<Tally> loss_by_code;  ///< of it, lost in year k of the product; entry 0 is unused
};

/// Loss of a stratum over the codes first..last of the product, both included.
[[nodiscard]] inline Tally loss_between(const StratumLoss& stratum, std::size_t first_code, std::size_t last_code) {
    Tally sum;
    for (std::size_t code = first_code; code <= last_code; ++code)
        sum += stratum.loss_by_code[code];
    return sum;
}

/// Loss of a stratum over all years of the product.
[[nodiscard]] inline Tally all_loss(const StratumLoss& stratum) {
    return loss_between(stratum, 1, stratum.loss_by_code.size() - 1);
}

/// Forest and loss of a zone: what the loss map says, stratum by stratum.
struct ZoneLoss {
    Tally counted;                       ///< all counted pixels of the zone
    Tally loss_outside_forest;           ///< lost pixels that were not forest in 2000
    std::vector<Tally> outside_by_code;  ///< the same by code of the loss year
    std::vector<StratumLoss> strata;     ///< in the order of the legend, the stratum "none" last
};

}  // namespace reddline
