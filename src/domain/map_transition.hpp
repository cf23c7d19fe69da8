#pragma once

#include <cstddef>
#include <cstdint>

#include "domain/crosstab.hpp"

namespace reddline {

/// Area that one strata map shows as one stratum and another map as another.
struct MapTransition {
    std::size_t zone = 0;
    std::size_t from_map = 0;
    std::size_t to_map = 0;
    std::uint16_t from = 0;  ///< stratum index of from_map; its strata count where the map has no data
    std::uint16_t to = 0;
    Tally tally;
};

}  // namespace reddline
