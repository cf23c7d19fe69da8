#pragma once

#include "raster/grid.hpp"

namespace reddline::raster {

/// Metres on the ground from the left to the right edge of a pixel, in the middle of a row; of a projected grid, as the projection
/// draws them.
[[nodiscard]] double pixel_width_m(const Grid& grid, double row);

}  // namespace reddline::raster
