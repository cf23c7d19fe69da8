#include "raster/pixel_width.hpp"

#include <gtest/gtest.h>

namespace reddline::raster {
namespace {

Grid degree_grid() {
    Grid grid;
    grid.origin_y = 60.5;
    grid.pixel_width = grid.pixel_height = 1.0;
    grid.ellipsoid = {6378137.0, 6356752.314245};
    return grid;
}

TEST(PixelWidth, IsADegreeOfLongitudeOnTheEllipsoid) {
    // Length of a degree of longitude on WGS 84, from tables: 55,800 m at 60 degrees, 111,319.491 m at the equator.
    EXPECT_NEAR(pixel_width_m(degree_grid(), 0.0), 55'800.0, 0.5);
    EXPECT_NEAR(pixel_width_m(degree_grid(), 60.0), 111'319.491, 0.001);
}

TEST(PixelWidth, OfAProjectedGridIsThatOfTheProjection) {
    Grid grid = degree_grid();
    grid.area_rule = AreaRule::projected;
    grid.pixel_width = 100.0;
    grid.unit_m = 0.3048;
    EXPECT_DOUBLE_EQ(pixel_width_m(grid, 5.0), 30.48);
}

}  // namespace
}  // namespace reddline::raster
