#include "raster/pixel_width.hpp"

#include <cmath>
#include <numbers>

namespace reddline::raster {

double pixel_width_m(const Grid& grid, double row) {
    if (grid.area_rule != AreaRule::geographic) return grid.pixel_width * grid.unit_m;
    constexpr double radians_per_degree = std::numbers::pi / 180.0;
    const double latitude = grid.y_of(row + 0.5) * radians_per_degree;
    const double a = grid.ellipsoid.semi_major_m;
    const double b = grid.ellipsoid.semi_minor_m;
    const double parallel_radius_m =
        a * a * std::cos(latitude) / std::hypot(a * std::cos(latitude), b * std::sin(latitude));
    return grid.pixel_width * radians_per_degree * parallel_radius_m;
}

}  // namespace reddline::raster
