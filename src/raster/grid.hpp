#pragma once

#include <cstdint>
#include <limits>
#include <string>

namespace reddline::raster {

/// The ellipsoid on which pixel area is measured; a sphere has equal axes.
struct Ellipsoid {
    double semi_major_m = 0.0;
    double semi_minor_m = 0.0;
};

/// How the area of a pixel follows from its place.
enum class AreaRule {
    geographic,  ///< latitude and longitude in degrees: by row on the ellipsoid
    equal_area,  ///< an equal-area projection: the same everywhere
    projected,   ///< any other projection: by the areal scale factor at the pixel
};

/// Columns or rows of a grid at most, so that 32 bits number them.
inline constexpr std::int64_t most_pixels_per_side = std::numeric_limits<std::int32_t>::max();

/// A north-up lattice of pixels. Column and row count from the upper-left corner.
///
/// Shapes: at most `most_pixels_per_side` columns and rows.
/// Units: origin and pixel size in the units of the coordinate reference system; `unit_m` is metres per unit
///        of a projected system.
struct Grid {
    double origin_x = 0.0;
    double origin_y = 0.0;
    double pixel_width = 0.0;   ///< positive, eastwards
    double pixel_height = 0.0;  ///< positive, southwards
    std::int64_t columns = 0;
    std::int64_t rows = 0;
    std::string crs_wkt;
    AreaRule area_rule = AreaRule::geographic;
    Ellipsoid ellipsoid;
    double unit_m = 1.0;

    [[nodiscard]] double x_of(double column) const { return origin_x + column * pixel_width; }
    [[nodiscard]] double y_of(double row) const { return origin_y - row * pixel_height; }
};

}  // namespace reddline::raster
