#include "pipeline/map_cell_sums.hpp"

#include <algorithm>

namespace reddline::pipeline {

namespace {

std::int64_t parts_of(std::int64_t whole, std::int64_t part) {
    return (whole + part - 1) / part;
}

}  // namespace

MapCellSums::MapCellSums(const raster::Window& bounds, std::int64_t side, const MapValues& values, CodeRange lost,
                         const MapLook& look)
    : bounds_{bounds},
      cells_{side, parts_of(bounds.columns, side), parts_of(bounds.rows, side), {}},
      share_of_value_(std::size_t{values.largest()} + 1) {
    cells_.cells.resize(static_cast<std::size_t>(cells_.columns * cells_.rows));
    for (const MapClass& one : look.classes) {
        MapCell& share = share_of_value_.at(one.value);
        const std::uint16_t code = one.value % values.step();
        const bool is_forest = one.value >= values.step();
        share = {1,
                 is_forest ? 1U : 0U,
                 is_forest && code >= lost.first && code <= lost.last ? 1U : 0U,
                 one.colour.red,
                 one.colour.green,
                 one.colour.blue};
    }
}

void MapCellSums::add(const raster::Window& window, std::span<const std::uint16_t> loss) {
    const std::int64_t left = window.column - bounds_.column;
    for (std::int64_t row = 0; row < window.rows; ++row) {
        const auto pixels = loss.subspan(static_cast<std::size_t>(row * window.columns));
        const std::int64_t cell_row = (window.row - bounds_.row + row) / cells_.side;
        MapCell* const cells = &cells_.cells[static_cast<std::size_t>(cell_row * cells_.columns)];
        for (std::int64_t column = 0; column < window.columns; ++column) {
            const std::uint16_t value = pixels[static_cast<std::size_t>(column)];
            if (value == MapValues::outside_zones) continue;
            MapCell& cell = cells[(left + column) / cells_.side];
            const MapCell& share = share_of_value_[value];
            cell.inside += share.inside;
            cell.forest += share.forest;
            cell.lost += share.lost;
            cell.red += share.red;
            cell.green += share.green;
            cell.blue += share.blue;
        }
    }
}

std::int64_t cell_side(const raster::Window& bounds, std::int64_t most, std::int64_t least) {
    return std::max(least, parts_of(std::max(bounds.columns, bounds.rows), most));
}

}  // namespace reddline::pipeline
