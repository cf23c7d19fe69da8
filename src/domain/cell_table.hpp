#pragma once

#include <cstdint>
#include <vector>

#include "domain/crosstab.hpp"

namespace reddline {

/// Pixels of one bin of the counting kernel.
struct BinTally {
    std::uint32_t bin = 0;
    Tally tally;
    friend constexpr auto operator<=>(const BinTally&, const BinTally&) = default;
};

/// Pixels of one combination of strata, one stratum per map, by the bins of the kernel: ascending, none empty.
struct StrataTally {
    std::vector<std::uint16_t> strata;
    std::vector<BinTally> bins;
    friend auto operator<=>(const StrataTally&, const StrataTally&) = default;
};

/// Every pixel of one part of the grid, a cell, whatever zones it lies in; ascending by strata, none empty.
using CellTable = std::vector<StrataTally>;

}  // namespace reddline
