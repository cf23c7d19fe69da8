#pragma once

#include <cstddef>
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
    friend bool operator==(const BlockShape&, const BlockShape&) = default;
};

/// How a grid is cut: into bands, and each into the windows that are read one after the other.
struct PlanShape {
    BlockShape band;
    BlockShape window;
    BlockShape step;  ///< windows are cut to the part that runs use, in steps of this size; 0 = they are not cut
    friend bool operator==(const PlanShape&, const PlanShape&) = default;
};

/// Windows that one thread reads one after the other, because neighbours may share native blocks.
using Band = std::vector<Window>;

/// The largest width and height of native blocks, within the grid.
[[nodiscard]] BlockShape largest_of(const std::vector<BlockShape>& native, const Grid& grid);

/// A shape for layers whose files have the given native blocks.
///
/// Where the largest block holds whole ones of all others, every band is one window: a multiple of that block with at
/// least an eighth of a million pixels, so that no native block is decoded twice and a window's layers stay in a
/// processor's cache. Elsewhere, and where strips meet square blocks, a band is as wide as the grid, and its windows
/// share the native blocks that they cut.
[[nodiscard]] PlanShape shape_for(const std::vector<BlockShape>& native, const Grid& grid);

/// A shape for cells that are counted by themselves: small, so that a border cuts few pixels of whole ones, and yet whole
/// native blocks of the largest kind and enough pixels that a cell is worth the bytes that it takes.
[[nodiscard]] BlockShape cell_shape_for(const std::vector<BlockShape>& native, const Grid& grid);

/// The bands of the grid, cut by `shape` from its upper-left corner, with the windows that touch any run; row by row.
/// Bands without such a window are left out.
[[nodiscard]] std::vector<Band> plan_bands(const Grid& grid, const PlanShape& shape, const RunTable& runs);

/// The same windows in the same order, in bands of `windows` or more: each takes in the next until it is long enough.
[[nodiscard]] std::vector<Band> joined_bands(const std::vector<Band>& plan, std::size_t windows);

/// Windows of all bands.
[[nodiscard]] std::size_t windows_in(const std::vector<Band>& plan);

/// Pixels of the windows of all bands.
[[nodiscard]] std::int64_t pixels_in(const std::vector<Band>& plan);

}  // namespace reddline::raster
