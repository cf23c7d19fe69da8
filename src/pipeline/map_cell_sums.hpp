#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "domain/map_cells.hpp"
#include "domain/map_look.hpp"
#include "domain/map_values.hpp"
#include "raster/window.hpp"

namespace reddline::pipeline {

/// The loss codes that count as lost in a picture, both included.
struct CodeRange {
    std::uint8_t first = 1;
    std::uint8_t last = 1;
};

/// Sums up the pixels of a loss map by square cells, so that every pixel has its share in the picture.
class MapCellSums {
public:
    /// Cells of `side` pixels from the upper-left corner of `bounds`; `look` gives the colours of the values.
    MapCellSums(const raster::Window& bounds, std::int64_t side, const MapValues& values, CodeRange lost,
                const MapLook& look);

    /// Adds the pixels of a window, which lies in the bounds.
    ///
    /// Shapes: `loss` holds the window's pixels, row by row.
    void add(const raster::Window& window, std::span<const std::uint16_t> loss);
    [[nodiscard]] const MapCells& cells() const { return cells_; }

private:
    raster::Window bounds_;
    MapCells cells_;
    std::vector<MapCell> share_of_value_;  // what one pixel of a value adds
};

/// The side of a cell with which a picture of the bounds has at most `most` cells a side; at least `least`.
[[nodiscard]] std::int64_t cell_side(const raster::Window& bounds, std::int64_t most, std::int64_t least);

}  // namespace reddline::pipeline
