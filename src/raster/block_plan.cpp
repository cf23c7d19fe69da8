#include "raster/block_plan.hpp"

#include <algorithm>
#include <cstddef>

namespace reddline::raster {

namespace {

/// Enough pixels that the work on a block outweighs the work of handing it out.
constexpr std::int64_t enough_pixels = 262'144;

/// The smallest multiple of `step` that gives enough pixels together with `other_side`, or the whole side of
/// the grid.
std::int64_t grown_side(std::int64_t step, std::int64_t other_side, std::int64_t grid_side) {
    const std::int64_t pixels_per_step = step * other_side;
    const std::int64_t steps = (enough_pixels + pixels_per_step - 1) / pixels_per_step;
    return std::min(steps * step, grid_side);
}

}  // namespace

BlockShape shape_for(const std::vector<BlockShape>& native, const Grid& grid) {
    if (grid.columns <= 0 || grid.rows <= 0) return {};
    BlockShape shape;
    for (const BlockShape& block : native) {
        shape.columns = std::max(shape.columns, block.columns);
        shape.rows = std::max(shape.rows, block.rows);
    }
    // Without native blocks every cut costs the same, and whole rows cut least.
    if (native.empty()) shape.columns = grid.columns;
    shape.columns = std::clamp<std::int64_t>(shape.columns, 1, grid.columns);
    shape.rows = std::clamp<std::int64_t>(shape.rows, 1, grid.rows);
    shape.rows = grown_side(shape.rows, shape.columns, grid.rows);
    shape.columns = grown_side(shape.columns, shape.rows, grid.columns);
    return shape;
}

std::vector<Window> plan_blocks(const Grid& grid, const BlockShape& shape, const RunTable& runs) {
    std::vector<Window> plan;
    const Window whole{.columns = grid.columns, .rows = grid.rows};
    if (whole.empty() || shape.columns <= 0 || shape.rows <= 0) return plan;
    const std::int64_t across = (grid.columns + shape.columns - 1) / shape.columns;
    for (std::int64_t row = 0; row < grid.rows; row += shape.rows) {
        // Marking the blocks of each run costs less than asking the runs for each block.
        std::vector<bool> touched(static_cast<std::size_t>(across), false);
        const Window strip = intersection({.row = row, .columns = grid.columns, .rows = shape.rows}, whole);
        runs.for_each(strip, [&](std::int64_t, std::int64_t first, std::int64_t end, std::uint32_t) {
            for (std::int64_t block = first / shape.columns; block <= (end - 1) / shape.columns; ++block) {
                touched[static_cast<std::size_t>(block)] = true;
            }
        });
        for (std::int64_t block = 0; block < across; ++block) {
            if (!touched[static_cast<std::size_t>(block)]) continue;
            const std::int64_t column = block * shape.columns;
            plan.push_back(intersection({column, row, shape.columns, shape.rows}, whole));
        }
    }
    return plan;
}

}  // namespace reddline::raster
