#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "reference/draw.hpp"

namespace reddline::reference {

/// Random values 0..1 that change smoothly over about `patch_pixels` pixels: bilinear between random lattice
/// points.
inline std::vector<double> smooth_field(Draw& draw, std::size_t columns, std::size_t rows, std::size_t patch_pixels) {
    const std::size_t lattice_columns = columns / patch_pixels + 2;
    std::vector<double> lattice(lattice_columns * (rows / patch_pixels + 2));
    for (double& value : lattice)
        value = draw.real(0.0, 1.0);
    std::vector<double> field;
    field.reserve(columns * rows);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const std::size_t corner = row / patch_pixels * lattice_columns + column / patch_pixels;
            const double right = static_cast<double>(column % patch_pixels) / static_cast<double>(patch_pixels);
            const double down = static_cast<double>(row % patch_pixels) / static_cast<double>(patch_pixels);
            const double upper = std::lerp(lattice[corner], lattice[corner + 1], right);
            const double lower =
                std::lerp(lattice[corner + lattice_columns], lattice[corner + lattice_columns + 1], right);
            field.push_back(std::lerp(upper, lower, down));
        }
    }
    return field;
}

/// Canopy cover as satellites see it: open land at 0, closed forest near 100, ragged edges, single odd
/// pixels.
inline std::vector<std::uint8_t> patchy_cover(Draw& draw, std::size_t columns, std::size_t rows) {
    const std::vector<double> broad = smooth_field(draw, columns, rows, 37);
    const std::vector<double> fine = smooth_field(draw, columns, rows, 5);
    std::vector<std::uint8_t> cover_pct;
    cover_pct.reserve(broad.size());
    for (std::size_t i = 0; i < broad.size(); ++i) {
        const double density = 2.5 * (broad[i] + 0.5 * fine[i] + 0.1 * draw.real(-1.0, 1.0) - 0.5);
        cover_pct.push_back(static_cast<std::uint8_t>(std::lround(100.0 * std::clamp(density, 0.0, 1.0))));
    }
    return cover_pct;
}

/// Loss codes 0..last_code in patches: most pixels keep their forest, neighbours are lost in the same year.
inline std::vector<std::uint8_t> patchy_loss(Draw& draw, std::size_t columns, std::size_t rows,
                                             std::uint8_t last_code) {
    const std::vector<double> lost = smooth_field(draw, columns, rows, 11);
    const std::vector<double> year = smooth_field(draw, columns, rows, 23);
    std::vector<std::uint8_t> loss_code;
    loss_code.reserve(lost.size());
    for (std::size_t i = 0; i < lost.size(); ++i) {
        const auto code = static_cast<std::uint8_t>(1.0 + year[i] * (last_code - 1));
        loss_code.push_back(lost[i] > 0.75 ? code : std::uint8_t{0});
    }
    return loss_code;
}

}  // namespace reddline::reference
