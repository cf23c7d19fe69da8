#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "kernels/sure_cover.hpp"

namespace reddline::kernels {

/// Pixels of a row that are looked at together; the last chunk of a row may hold fewer.
inline constexpr std::size_t chunk_columns = 64;

/// How many chunks a row of so many columns has.
constexpr std::size_t chunks_in(std::size_t columns) {
    return (columns + chunk_columns - 1) / chunk_columns;
}

/// Memory that the filter reuses from call to call: at most 16 bytes per pixel of a band of rows, which is the whole
/// image only when the smallest patch has nearly as many pixels as the image has rows.
struct PatchWorkspace {
    /// Result: how many pixels of a chunk are opened to less than their cover, chunk by chunk and row by row.
    std::vector<std::uint8_t> lowered_pixels;

    SureCoverWorkspace sure;
    std::vector<std::uint8_t> cover_pct;       ///< of the undecided pixels of the band; 0 elsewhere
    std::vector<std::uint8_t> least_pct;       ///< what their patches are opened to at least
    std::vector<std::uint32_t> link;           ///< the next pixel of the same cover, later the patch
    std::vector<std::int64_t> patch_area_cm2;  ///< of the pixel, later of the patch that it stands for
    std::vector<std::uint8_t> places;          ///< where in their chunks the undecided pixels are
};

/// Area opening of canopy cover: the highest level up to which each pixel belongs to a patch of at least the
/// minimum area. For every threshold t, `opened > t` is exactly the set {cover > t} without its patches below
/// the minimum area.
///
/// `workspace.lowered_pixels` tells where the two differ.
///
/// Shapes: `cover_pct` and `opened_pct` hold columns x rows values, row by row, and do not overlap;
///         `area_cm2` holds one value per row, or one per pixel.
/// Units:  cover in per cent 0..100 (the caller sets 0 where there is no data); areas in cm2, 0 or more.
///         A minimum of 0 or less keeps everything.
/// Errors: none; the sizes, and (columns + 1) x (rows + 2) below 2^31, are the caller's promise.
/// Source: docs/equations.md, Eq. 5
void open_patches(std::span<const std::uint8_t> cover_pct, std::size_t columns, std::span<const std::int64_t> area_cm2,
                  std::int64_t min_area_cm2, Connectivity connectivity, PatchWorkspace& workspace,
                  std::span<std::uint8_t> opened_pct);

}  // namespace reddline::kernels
