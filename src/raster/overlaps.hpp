#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "raster/run_table.hpp"

namespace reddline::raster {

/// Pixels that two areas share.
struct Overlap {
    std::uint32_t first = 0;   ///< an area's index
    std::uint32_t second = 0;  ///< that of another area, larger than `first`
    std::int64_t pixels = 0;
    friend auto operator<=>(const Overlap&, const Overlap&) = default;
};

/// Every pair of areas that shares a pixel and of which at least one is asked for, in order of their indexes.
///
/// Shapes: `asked` has one entry per area.
[[nodiscard]] std::vector<Overlap> overlaps_of(const RunTable& runs, const std::vector<bool>& asked);

}  // namespace reddline::raster
