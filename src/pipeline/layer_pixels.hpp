#pragma once

#include <algorithm>
#include <cstdint>

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

}  // namespace reddline::pipeline
