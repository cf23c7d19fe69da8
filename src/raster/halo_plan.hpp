#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "raster/block_plan.hpp"
#include "raster/grid.hpp"
#include "raster/window.hpp"

namespace reddline::raster {

/// Memory that one thread may take for a block with its halo; an estimate, since buffers may grow by steps.
inline constexpr double most_bytes_per_thread = 1024.0 * 1024.0 * 1024.0;

/// What the patch filter asks of a block beyond the block's own pixels.
struct HaloNeeds {
    std::int64_t halo = 0;              ///< pixels around a block that decide its patches; 0 = no filter
    std::size_t strata_maps = 0;        ///< layers of two bytes
    double file_bytes_per_pixel = 0.0;  ///< of all layers as stored, which stay decoded for a window
};

/// Pixels around a block that decide its patches: a patch that reaches further is large enough wherever it ends. 0
/// without a minimum area.
[[nodiscard]] std::int64_t halo_of(double min_area_ha, std::int64_t smallest_pixel_cm2);

/// A block shape with which the halo does not dominate: sides of at least eight halos where a window of block and halo
/// stays small enough to end within about a second, fewer where it would not; nothing when even a block as wide as
/// its halo takes more memory than a thread may take.
///
/// Without a halo it is `shape_for(native, grid)`.
[[nodiscard]] std::optional<BlockShape> shape_with_halo(const std::vector<BlockShape>& native, const Grid& grid,
                                                        const HaloNeeds& needs);

/// Bytes that the smallest block of `shape_with_halo` would take.
[[nodiscard]] double least_bytes(const std::vector<BlockShape>& native, const Grid& grid, const HaloNeeds& needs);

/// The largest halo for which `shape_with_halo` has a shape, up to that of the needs.
[[nodiscard]] std::int64_t largest_halo(const std::vector<BlockShape>& native, const Grid& grid, HaloNeeds needs);

/// Pixels that a plan reads, those of the halos included, once for each block that they surround.
[[nodiscard]] std::int64_t pixels_with_halo(const std::vector<Window>& plan, std::int64_t halo, const Grid& grid);

}  // namespace reddline::raster
