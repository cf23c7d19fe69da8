#pragma once

#include <cstdint>
#include <vector>

#include "raster/grid.hpp"
#include "raster/run_table.hpp"
#include "raster/window.hpp"

namespace reddline::raster {

/// The size of the pieces a grid is cut into.
struct BlockShape {
    std::int64_t columns = 0;
    std::int64_t rows = 0;
};

/// A block shape for layers whose files have the given native blocks: a multiple of the largest width and
/// height that holds at least a quarter million pixels where the grid allows, so that few native blocks are
/// decoded twice.
[[nodiscard]] BlockShape shape_for(const std::vector<BlockShape>& native, const Grid& grid);

/// The windows of the grid, cut by `shape` from its upper-left corner, that touch any run; row by row.
[[nodiscard]] std::vector<Window> plan_blocks(const Grid& grid, const BlockShape& shape, const RunTable& runs);

}  // namespace reddline::raster
