#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "kernels/sure_cover.hpp"

namespace reddline::kernels {

/// Memory that the filter reuses from call to call: at most 16 bytes per pixel of a band of rows, which is the whole
/// image only when the smallest patch has nearly as many pixels as the image has rows.
struct PatchWorkspace {
    SureCoverWorkspace sure;
    std::vector<std::uint8_t> cover_pct;       ///< of the undecided pixels of the band; 0 elsewhere
    std::vector<std::uint8_t> least_pct;       ///< what their patches are opened to at least
    std::vector<std::uint32_t> link;           ///< the next pixel of the same cover, later the patch
    std::vector<std::int64_t> patch_area_cm2;  ///< of the pixel, later of the patch that it stands for
    std::vector<std::uint8_t> undecided;       ///< how many pixels of a chunk of a row are
    std::vector<std::uint8_t> places;          ///< where in their chunks they are
};

/// Area opening of canopy cover: the highest level up to which each pixel belongs to a patch of at least the
/// minimum area. For every threshold t, `opened > t` is exactly the set {cover > t} without its patches below
/// the minimum area.
///
/// The instructions must be available; they change nothing but the time it takes.
///
/// Shapes: `cover_pct` and `opened_pct` hold columns x rows values, row by row, and do not overlap;
///         `area_cm2` holds one value per row, or one per pixel.
/// Units:  cover in per cent 0..100 (the caller sets 0 where there is no data); areas in cm2, 0 or more.
///         A minimum of 0 or less keeps everything.
/// Errors: none; the sizes, and (columns + 1) x (rows + 2) below 2^31, are the caller's promise.
/// Source: docs/equations.md, Eq. 5
void open_patches(std::span<const std::uint8_t> cover_pct, std::size_t columns, std::span<const std::int64_t> area_cm2,
                  std::int64_t min_area_cm2, Connectivity connectivity, InstructionSet instructions,
                  PatchWorkspace& workspace, std::span<std::uint8_t> opened_pct);

}  // namespace reddline::kernels
