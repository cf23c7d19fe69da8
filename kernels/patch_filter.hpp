#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace reddline::kernels {

/// Which pixels touch each other.
enum class Connectivity : std::uint8_t { four = 4, eight = 8 };

/// Memory that the filter reuses from call to call; 16 bytes per pixel.
struct PatchWorkspace {
    std::vector<std::uint32_t> order;          ///< pixels above 0, highest first; then those of small patches
    std::vector<std::uint32_t> parent;         ///< a pixel of the same patch, and whether it is large
    std::vector<std::int64_t> patch_area_cm2;  ///< of a patch below the minimum, where its parent is
};

/// Area opening of canopy cover: the highest level up to which each pixel belongs to a patch of at least the
/// minimum area. For every threshold t, `opened > t` is exactly the set {cover > t} without its patches below
/// the minimum area.
///
/// Shapes: `cover_pct` and `opened_pct` hold columns x rows values, row by row, and do not overlap;
///         `area_cm2` holds one value per row, or one per pixel.
/// Units:  cover in per cent 0..100 (the caller sets 0 where there is no data); areas in cm2.
///         A minimum of 0 or less keeps everything.
/// Errors: none; the sizes, and (columns + 1) x (rows + 2) below 2^31, are the caller's promise.
/// Source: docs/equations.md, Eq. 5
void open_patches(std::span<const std::uint8_t> cover_pct, std::size_t columns, std::span<const std::int64_t> area_cm2,
                  std::int64_t min_area_cm2, Connectivity connectivity, PatchWorkspace& workspace,
                  std::span<std::uint8_t> opened_pct);

}  // namespace reddline::kernels
