#include "raster/lattice_place.hpp"

#include <cmath>

namespace reddline::raster {

namespace {

/// Whole pixels from the origin. Pixels begin at whole ones, or half ones where their centres do; the quarter keeps both clear of
/// the rounding of a grid's corner.
std::int32_t whole_pixels(double pixels) {
    constexpr double clear_of_rounding = 0.25;
    return static_cast<std::int32_t>(std::floor(pixels + clear_of_rounding));
}

}  // namespace

std::string LatticePlace::text() const {
    return "x" + std::to_string(column) + "y" + std::to_string(row);
}

LatticePlace first_place(const Grid& grid) {
    return {whole_pixels(grid.origin_x / grid.pixel_width), whole_pixels(-grid.origin_y / grid.pixel_height)};
}

}  // namespace reddline::raster
