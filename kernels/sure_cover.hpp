#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "kernels/layer_changes.hpp"

namespace reddline::kernels {

/// Which pixels touch each other.
enum class Connectivity : std::uint8_t { four = 4, eight = 8 };

/// Memory that the bound reuses from call to call: a piece of the image at a time, however large the image.
struct SureCoverWorkspace {
    std::vector<std::uint8_t> lowest_pct;  ///< lowest cover of the square that begins at a pixel
    std::vector<std::uint8_t> sure_pct;    ///< the bound of the piece
    std::vector<std::uint8_t> row_pct;     ///< one row of it
};

/// Rows of an image, without the last.
struct RowRange {
    std::size_t first;
    std::size_t end;
};

/// A level up to which each pixel of some rows is sure to belong to a patch of at least so many pixels, found from two
/// equal squares that touch or overlap; between 0 and the pixel's cover. Pixels outside the rows are looked at, too.
///
/// The instructions must be available; they change nothing but the time it takes.
///
/// Shapes: `cover_pct` and `sure_pct` hold columns x rows values, row by row, and do not overlap.
/// Units:  cover in per cent 0..100; at least 2 pixels.
/// Errors: none; the sizes are the caller's promise.
/// Source: docs/equations.md, Eq. 5
void sure_cover(std::span<const std::uint8_t> cover_pct, std::size_t columns, RowRange rows, std::int64_t min_pixels,
                Connectivity connectivity, InstructionSet instructions, SureCoverWorkspace& workspace,
                std::span<std::uint8_t> sure_pct);

}  // namespace reddline::kernels
