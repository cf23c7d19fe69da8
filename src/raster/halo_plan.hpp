#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "raster/block_plan.hpp"
#include "raster/grid.hpp"
#include "raster/window.hpp"

namespace reddline::raster {

/// Memory that one thread may take for a window with its halo; an estimate, since buffers may grow by steps.
inline constexpr double most_bytes_per_thread = 1024.0 * 1024.0 * 1024.0;

/// What the patch filter asks of a window beyond the window's own pixels.
struct HaloNeeds {
    std::int64_t halo = 0;              ///< pixels around a window that decide its patches; 0 = no filter
    std::size_t layers = 0;             ///< of a byte per pixel
    bool area_per_pixel = false;        ///< pixels of one row differ in area
    double file_bytes_per_pixel = 0.0;  ///< of all layers as stored, which stay decoded for a window
    std::int64_t rows_in_use = 0;       ///< from the first to the last row of any zone; 0 = all
};

/// Pixels around a window that decide its patches: a patch that reaches further is large enough wherever it ends. 0
/// without a minimum area.
[[nodiscard]] std::int64_t halo_of(double min_area_ha, std::int64_t smallest_pixel_cm2);

/// The shape with which the halo costs least: bands as wide as the grid, whose windows share the native blocks between
/// them, of a height with which few rows are decoded and filtered twice. Native blocks are cut only where whole ones take
/// more memory than a thread may take; nothing when even a window as wide as its halo does.
///
/// Without a halo it is `shape_for(native, grid)`.
[[nodiscard]] std::optional<PlanShape> shape_with_halo(const std::vector<BlockShape>& native, const Grid& grid,
                                                       const HaloNeeds& needs);

/// Bytes that one thread takes for a window of this shape.
[[nodiscard]] double bytes_per_thread(const BlockShape& window, const std::vector<BlockShape>& native, const Grid& grid,
                                      const HaloNeeds& needs);

/// Bytes that the smallest window of `shape_with_halo` would take.
[[nodiscard]] double least_bytes(const std::vector<BlockShape>& native, const Grid& grid, const HaloNeeds& needs);

/// The largest halo for which `shape_with_halo` has a shape, up to that of the needs.
[[nodiscard]] std::int64_t largest_halo(const std::vector<BlockShape>& native, const Grid& grid, HaloNeeds needs);

/// Pixels that a plan reads, those of the halos included, once for each window that they surround.
[[nodiscard]] std::int64_t pixels_with_halo(const std::vector<Band>& plan, std::int64_t halo, const Grid& grid);

}  // namespace reddline::raster
