#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "raster/window.hpp"

namespace reddline::raster {

/// Marks of the byte layers: values from 0 up are codes as the product defines them.
inline constexpr std::uint8_t no_data = 255;
/// A code that does not fit a byte layer; it is beyond every product's codes.
inline constexpr std::uint8_t code_overflow = 254;
/// The mark of a strata layer where the map has a code that its legend does not list.
inline constexpr std::uint16_t unlisted_stratum = 0xFFFF;

/// The pixels of one window in all layers, row by row.
///
/// Shapes: each layer holds window.pixels() values; `land` is empty when the audit has no data mask; `strata`
///         has one layer per strata map. `area_cm2` holds one value per row when `area_per_row`, else one
///         value per pixel.
/// Units:  canopy cover in per cent; loss code as the product defines it; strata as indexes into the legend,
///         its strata count where the map has no data; area in cm2.
struct Block {
    Window window;
    std::vector<std::uint8_t> cover_pct;
    std::vector<std::uint8_t> loss_code;
    std::vector<std::uint8_t> land;
    std::vector<std::vector<std::uint16_t>> strata;
    std::vector<std::int64_t> area_cm2;
    bool area_per_row = true;

    /// Position of a pixel of the grid in the layers; the pixel must lie in `window`.
    [[nodiscard]] std::size_t index_of(std::int64_t column, std::int64_t row) const {
        return static_cast<std::size_t>((row - window.row) * window.columns + (column - window.column));
    }
};

}  // namespace reddline::raster
