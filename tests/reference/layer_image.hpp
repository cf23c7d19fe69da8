#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "raster/block.hpp"
#include "raster/window.hpp"

namespace reddline::reference {

/// The pixels of a window in all layers as plain arrays of codes, row by row; `land` is empty without a data mask.
struct LayerImage {
    raster::Window window;
    std::vector<std::uint8_t> cover_pct;
    std::vector<std::uint8_t> loss_code;
    std::vector<std::uint8_t> land;
    std::vector<std::vector<std::uint8_t>> strata;
    std::vector<std::int64_t> area_cm2;
    bool area_per_row = true;

    /// Position of a pixel of the grid in the arrays; the pixel must lie in `window`.
    [[nodiscard]] std::size_t index_of(std::int64_t column, std::int64_t row) const {
        return static_cast<std::size_t>((row - window.row) * window.columns + (column - window.column));
    }
};

/// Copies the codes of a layer.
inline std::vector<std::uint8_t> codes_of(const raster::Layer& layer, const raster::Window& window) {
    std::vector<std::uint8_t> codes;
    for (std::int64_t row = 0; row < window.rows; ++row) {
        for (std::int64_t column = 0; column < window.columns; ++column)
            codes.push_back(layer.code_of()[*layer.pixels(row, column).first]);
    }
    return codes;
}

/// Copies what a stack has read.
inline LayerImage image_of(const raster::Block& block) {
    LayerImage image{.window = block.window,
                     .cover_pct = codes_of(block.cover_pct, block.window),
                     .loss_code = codes_of(block.loss_code, block.window),
                     .land = {},
                     .strata = {},
                     .area_cm2 = block.area_cm2,
                     .area_per_row = block.area_per_row};
    if (block.has_land) image.land = codes_of(block.land, block.window);
    for (const raster::Layer& layer : block.strata)
        image.strata.push_back(codes_of(layer, block.window));
    return image;
}

/// Fills a layer of a block with codes.
inline void set_layer(raster::Layer& layer, const raster::Window& window, const std::vector<std::uint8_t>& codes) {
    std::ranges::copy(codes, layer.hold(window));
}

/// Fills a block with an image.
inline void set_block(raster::Block& block, const LayerImage& image) {
    block.window = image.window;
    set_layer(block.cover_pct, image.window, image.cover_pct);
    set_layer(block.loss_code, image.window, image.loss_code);
    block.has_land = !image.land.empty();
    if (block.has_land) set_layer(block.land, image.window, image.land);
    block.strata.resize(image.strata.size());
    for (std::size_t map = 0; map < image.strata.size(); ++map)
        set_layer(block.strata[map], image.window, image.strata[map]);
    block.area_cm2 = image.area_cm2;
    block.area_per_row = image.area_per_row;
}

}  // namespace reddline::reference
