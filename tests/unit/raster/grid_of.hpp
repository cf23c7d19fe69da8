#pragma once

#include <cstdint>

#include "raster/grid.hpp"

namespace reddline::raster {

/// A grid of so many pixels, wherever it lies.
inline Grid grid_of(std::int64_t columns, std::int64_t rows) {
    Grid grid;
    grid.columns = columns;
    grid.rows = rows;
    return grid;
}

}  // namespace reddline::raster
