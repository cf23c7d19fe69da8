#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "kernels/sure_cover.hpp"

namespace reddline::reference {

/// The least that kernels::sure_cover has to find: the highest level at which one square of `side` x `side` pixels
/// around a pixel lies wholly in the patch with a second one straight beside it.
inline std::vector<std::uint8_t> squares_side_by_side(std::span<const std::uint8_t> cover_pct, std::size_t columns,
                                                      std::size_t side) {
    const std::size_t rows = cover_pct.size() / columns;
    std::vector<std::uint8_t> level_pct(cover_pct.size(), 0);
    for (const auto& [height, width] : std::array{std::pair{side, 2 * side}, std::pair{2 * side, side}}) {
        for (std::size_t top = 0; top + height <= rows; ++top) {
            for (std::size_t left = 0; left + width <= columns; ++left) {
                std::uint8_t lowest = 255;
                for (std::size_t i = 0; i < height * width; ++i)
                    lowest = std::min(lowest, cover_pct[(top + i / width) * columns + left + i % width]);
                for (std::size_t i = 0; i < height * width; ++i) {
                    std::uint8_t& level = level_pct[(top + i / width) * columns + left + i % width];
                    level = std::max(level, lowest);
                }
            }
        }
    }
    return level_pct;
}

}  // namespace reddline::reference
