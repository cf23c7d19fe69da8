#include "gdal_io/pixel_areas.hpp"

#include <gtest/gtest.h>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

#include <cmath>

#include "support/thrown_error.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

raster::Grid projected_grid(const std::string& crs, double origin_x, double origin_y, double pixel, std::int64_t size,
                            raster::AreaRule rule = raster::AreaRule::projected) {
    OGRSpatialReference reference;
    reference.SetFromUserInput(crs.c_str());
    raster::Grid grid;
    grid.origin_x = origin_x;
    grid.origin_y = origin_y;
    grid.pixel_width = grid.pixel_height = pixel;
    grid.columns = grid.rows = size;
    grid.crs_wkt = wkt_of(reference);
    grid.area_rule = rule;
    grid.ellipsoid = {reference.GetSemiMajor(), reference.GetSemiMinor()};
    grid.unit_m = reference.GetLinearUnits(static_cast<const char**>(nullptr));
    return grid;
}

std::int64_t area_of(const raster::Grid& grid, std::int64_t column, std::int64_t row) {
    raster::Block block;
    block.window = {column, row, 1, 1};
    PixelAreas(grid, "grid.tif").fill(block);
    return block.area_cm2.at(0);
}

// The pixel's outline with 40 points an edge, carried to a cylindrical equal-area plane of the same ellipsoid by PROJ: a way
// of its own to the same area, in cm2.
double oracle_cm2(const raster::Grid& grid, std::int64_t column, std::int64_t row) {
    const ReferencePtr from = reference_from_wkt(grid.crs_wkt);
    OGRSpatialReference equal_area;
    equal_area.SetFromUserInput(
        ("+proj=cea +lon_0=105 +a=" + std::to_string(grid.ellipsoid.semi_major_m) + " +b=6356752.314245179 +units=m")
            .c_str());
    const PointTransform transform(*from, equal_area, "oracle");
    constexpr int steps = 40;
    std::vector<double> x;
    std::vector<double> y;
    const std::array<std::array<double, 2>, 4> corners{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& a = corners[i];
        const auto& b = corners[(i + 1) % 4];
        for (int step = 0; step < steps; ++step) {
            const double share = static_cast<double>(step) / steps;
            x.push_back(grid.x_of(static_cast<double>(column) + a[0] + share * (b[0] - a[0])));
            y.push_back(grid.y_of(static_cast<double>(row) + a[1] + share * (b[1] - a[1])));
        }
    }
    transform.apply(x, y);
    double twice = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const std::size_t next = (i + 1) % x.size();
        twice += (x[i] - x[0]) * (y[next] - y[0]) - (x[next] - x[0]) * (y[i] - y[0]);
    }
    return std::abs(twice) / 2 * 1e4;
}

// METHODS, Eq. 1: one 0.00025-degree pixel by the latitude of its lower edge, in m2 with six digits after the point.
TEST(PixelAreas, FollowEquation1OnGeographicGrids) {
    const std::vector<std::pair<double, double>> published{{0, 769.317005},  {10, 757.935030}, {13, 750.107212},
                                                           {14, 747.049875}, {45, 547.648129}, {60, 388.548905}};
    for (const auto& [lat_deg, area_m2] : published) {
        raster::Grid grid =
            projected_grid("EPSG:4326", 100.0, lat_deg + 0.00025, 0.00025, 1, raster::AreaRule::geographic);
        EXPECT_NEAR(static_cast<double>(area_of(grid, 0, 0)), area_m2 * 1e4, 0.51) << "rounded to whole cm2";
    }
}

TEST(PixelAreas, AreTheSameEverywhereOnEqualAreaGrids) {
    const raster::Grid grid = projected_grid("EPSG:5070", -1e6, 2e6, 30.0, 1000, raster::AreaRule::equal_area);
    EXPECT_EQ(area_of(grid, 0, 0), 9000000);
    EXPECT_EQ(area_of(grid, 999, 500), 9000000);
    EXPECT_EQ(PixelAreas(grid, "grid.tif").smallest_cm2(), 9000000);
    // 100 US survey feet: (100 x 1200/3937)^2 m2 = 929.034116 m2.
    const raster::Grid feet = projected_grid("EPSG:2264", 0, 0, 100.0, 10, raster::AreaRule::equal_area);
    EXPECT_EQ(area_of(feet, 0, 0), 9290341);
}

// At the central meridian of UTM the scale is 0.9996 in every direction, so true area = nominal / 0.9996^2.
TEST(PixelAreas, FollowTheScaleOfUtmAtItsCentralMeridian) {
    const raster::Grid grid = projected_grid("EPSG:32648", 500000.0 - 15.0, 1450000.0, 30.0, 2000);
    EXPECT_NEAR(static_cast<double>(area_of(grid, 0, 0)), 9e6 / (0.9996 * 0.9996), 0.9);  // 1e-7 of 9e6
}

TEST(PixelAreas, AgreeWithAnEqualAreaPlaneInOtherProjections) {
    const std::vector<std::pair<std::string, double>> origins{
        {"EPSG:32648", 700000.0},
        {"EPSG:3857", 11700000.0},
        {"+proj=lcc +lat_1=10 +lat_2=20 +lon_0=105 +ellps=WGS84 +units=m", 200000.0}};
    for (const auto& [crs, origin_x] : origins) {
        const raster::Grid grid = projected_grid(crs, origin_x, 1450000.0, 30.0, 500);
        for (const std::int64_t place : {0, 7, 123, 499}) {
            const double expected = oracle_cm2(grid, place, 499 - place);
            // A ten-millionth, and half a cm2 for the rounding.
            EXPECT_NEAR(static_cast<double>(area_of(grid, place, 499 - place)), expected, 0.5 + 1e-7 * expected) << crs;
        }
    }
}

TEST(PixelAreas, DoNotDependOnTheWindow) {
    const raster::Grid grid = projected_grid("EPSG:32648", 300000.0, 1450000.0, 30.0, 150);
    PixelAreas areas(grid, "grid.tif");
    raster::Block whole;
    whole.window = {0, 0, 150, 150};
    areas.fill(whole);
    EXPECT_FALSE(whole.area_per_row);
    raster::Block part;
    const auto area_cm2 = [](const raster::Block& block, std::int64_t column, std::int64_t row) {
        const raster::Window& window = block.window;
        const std::int64_t index = (row - window.row) * window.columns + (column - window.column);
        return block.area_cm2[static_cast<std::size_t>(index)];
    };
    for (const raster::Window& window : {raster::Window{3, 5, 20, 1}, raster::Window{149, 149, 1, 1},
                                         raster::Window{60, 0, 90, 150}, raster::Window{0, 64, 150, 3}}) {
        part.window = window;
        areas.fill(part);
        for (std::int64_t row = window.row; row < window.end_row(); ++row) {
            for (std::int64_t column = window.column; column < window.end_column(); ++column) {
                ASSERT_EQ(area_cm2(part, column, row), area_cm2(whole, column, row));
            }
        }
    }
    const std::int64_t smallest = *std::ranges::min_element(whole.area_cm2);
    EXPECT_LE(areas.smallest_cm2(), smallest);
    EXPECT_GT(areas.smallest_cm2(), smallest * 99 / 100);
}

TEST(PixelAreas, RefusePixelsOffTheEarth) {
    const raster::Grid grid = projected_grid("ESRI:54009", -1.7e7, 9e6, 1000.0, 20);
    EXPECT_EQ(reddline::tests::thrown_error([&] { return area_of(grid, 0, 0); }).code(), ErrorCode::crs_mismatch);
}

}  // namespace
}  // namespace reddline::gdal_io
