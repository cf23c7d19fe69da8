#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "raster/block.hpp"
#include "raster/window.hpp"

namespace reddline::pipeline {

/// The pixels of a layer from a place on; `end` is brought forward to where they no longer lie side by side.
[[nodiscard]] inline const std::uint8_t* pixels_of(const raster::Layer& layer, const raster::Window& window,
                                                   std::int64_t row, std::int64_t first, std::int64_t& end) {
    const raster::Layer::Pixels pixels = layer.pixels(row - window.row, first - window.column);
    end = std::min(end, first + pixels.count);
    return pixels.first;
}

/// Area of neighbouring pixels of one row: one value for all, or one value each.
[[nodiscard]] inline std::span<const std::int64_t> areas_of(const raster::Block& block, std::int64_t row,
                                                            std::int64_t first, std::int64_t end) {
    const std::span<const std::int64_t> all(block.area_cm2);
    const std::int64_t from_top = row - block.window.row;
    if (block.area_per_row) return all.subspan(static_cast<std::size_t>(from_top), 1);
    const std::int64_t index = from_top * block.window.columns + (first - block.window.column);
    return all.subspan(static_cast<std::size_t>(index), static_cast<std::size_t>(end - first));
}

}  // namespace reddline::pipeline
