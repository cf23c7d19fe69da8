#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "raster/block_plan.hpp"
#include "raster/grid.hpp"
#include "raster/window.hpp"

namespace reddline::raster {

/// A piece of a plan that is done in one go.
struct UnitPlan {
    std::size_t tile = 0;  ///< the tile whose windows these are
    std::vector<Band> bands;
};

/// Cuts a plan into units, tile by tile and each tile from top to bottom: a unit takes windows until they have `most_pixels`, those
/// of the halo around them included, or the tile has no more. A window belongs to the first tile that it meets.
///
/// Shapes: every window meets a tile; `most_pixels` is at least 1.
[[nodiscard]] std::vector<UnitPlan> unit_plans(const std::vector<Band>& plan, const std::vector<Window>& tiles,
                                               std::int64_t most_pixels, std::int64_t halo, const Grid& grid);

/// The smallest window that holds all windows of a unit.
[[nodiscard]] Window bounds_of(const UnitPlan& unit);

}  // namespace reddline::raster
