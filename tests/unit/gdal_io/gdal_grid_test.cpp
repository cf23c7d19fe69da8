#include "gdal_io/gdal_grid.hpp"

#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gdal_io/open_dataset.hpp"
#include "support/thrown_error.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

using reddline::tests::thrown_error;
using ::testing::HasSubstr;

raster::Grid grid_with_crs(const std::string& crs) {
    const std::string path = "/vsimem/grid/crs.tif";
    tests::write_constant({.path = path, .pixel = 30.0, .crs = crs}, 0);
    return grid_of(*open_raster(path), path);
}

Error error_with_transform(std::array<double, 6> transform) {
    const std::string path = "/vsimem/grid/transform.tif";
    tests::write_constant({.path = path}, 0);
    GDALDataset* dataset = GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_UPDATE);
    dataset->SetGeoTransform(transform.data());
    GDALClose(dataset);
    return thrown_error([&] { return grid_of(*open_raster(path), path); });
}

TEST(GridOf, KnowsHowPixelAreaFollows) {
    EXPECT_EQ(grid_with_crs("EPSG:4326").area_rule, raster::AreaRule::geographic);
    EXPECT_EQ(grid_with_crs("EPSG:32648").area_rule, raster::AreaRule::projected);
    EXPECT_EQ(grid_with_crs("EPSG:5070").area_rule, raster::AreaRule::equal_area) << "Albers";
    EXPECT_EQ(grid_with_crs("EPSG:3035").area_rule, raster::AreaRule::equal_area) << "Lambert azimuthal";
    EXPECT_EQ(grid_with_crs("EPSG:6933").area_rule, raster::AreaRule::equal_area) << "cylindrical";
    EXPECT_EQ(grid_with_crs("EPSG:8857").area_rule, raster::AreaRule::equal_area) << "Equal Earth";
    EXPECT_EQ(grid_with_crs("+proj=sinu +ellps=WGS84 +units=m").area_rule, raster::AreaRule::equal_area);
    EXPECT_EQ(grid_with_crs("ESRI:54009").area_rule, raster::AreaRule::projected)
        << "Mollweide exists for the sphere only";
}

TEST(GridOf, KnowsEllipsoidAndUnit) {
    const raster::Grid geographic = grid_with_crs("EPSG:4326");
    EXPECT_DOUBLE_EQ(geographic.ellipsoid.semi_major_m, 6378137.0);
    EXPECT_NEAR(geographic.ellipsoid.semi_minor_m, 6356752.314245179, 1e-6);  // METHODS, Eq. 1, printed to 1e-9
    EXPECT_DOUBLE_EQ(grid_with_crs("EPSG:2264").unit_m, 1200.0 / 3937.0) << "US survey foot";
}

TEST(GridOf, RefusesGridsThatAreNotNorthUp) {
    const Error rotated = error_with_transform({105, 0.00025, 0.0001, 14, 0.0, -0.00025});
    EXPECT_EQ(rotated.code(), ErrorCode::grid_rotated);
    EXPECT_THAT(rotated.message(), HasSubstr("rotated or sheared"));
    const Error south_up = error_with_transform({105, 0.00025, 0, 14, 0.0, 0.00025});
    EXPECT_EQ(south_up.code(), ErrorCode::grid_rotated);
    EXPECT_THAT(south_up.message(), HasSubstr("south-up"));
}

TEST(GridOf, RefusesAFileWithoutPlaceOnTheEarth) {
    const std::string path = tests::write_constant({.path = "/vsimem/grid/nowhere.tif", .crs = ""}, 0);
    EXPECT_EQ(thrown_error([&] { return grid_of(*open_raster(path), path); }).code(), ErrorCode::crs_missing);
    const std::string local =
        tests::write_constant({.path = "/vsimem/grid/local.tif", .crs = "LOCAL_CS[\"plot\",UNIT[\"metre\",1]]"}, 0);
    EXPECT_EQ(thrown_error([&] { return grid_of(*open_raster(local), local); }).code(), ErrorCode::crs_missing);
}

TEST(ExpectMeasurable, RefusesOtherMeridiansAndLatitudesBeyondThePoles) {
    const auto error_of = [](const raster::Grid& grid) {
        return thrown_error([&] {
            expect_measurable(grid, "tile.tif");
            return 0;
        });
    };
    raster::Grid paris = grid_with_crs("EPSG:4807");
    EXPECT_EQ(error_of(paris).code(), ErrorCode::crs_mismatch) << "grads from Paris";
    raster::Grid beyond = grid_with_crs("EPSG:4326");
    beyond.origin_y = 91.0;
    EXPECT_EQ(error_of(beyond).code(), ErrorCode::grid_mismatch);
}

TEST(ExpectCountable, RefusesMoreColumnsOrRowsThan32BitsNumber) {
    raster::Grid grid;
    grid.columns = 2'147'483'647;
    grid.rows = 2'147'483'647;
    EXPECT_NO_THROW(expect_countable(grid, "tile.tif"));
    for (std::int64_t raster::Grid::*side : {&raster::Grid::columns, &raster::Grid::rows}) {
        raster::Grid larger = grid;
        ++(larger.*side);
        const Error error = thrown_error([&] {
            expect_countable(larger, "tile.tif");
            return 0;
        });
        EXPECT_EQ(error.code(), ErrorCode::grid_mismatch);
        EXPECT_EQ(error.subject(), "tile.tif");
        EXPECT_THAT(error.message(), ::testing::HasSubstr("found a grid of"));
        EXPECT_THAT(error.message(), ::testing::HasSubstr("2,147,483,648"));
    }
}

TEST(PlaceOn, AcceptsRoundingAndRefusesAnotherLattice) {
    raster::Grid grid;
    grid.origin_x = 100.0;
    grid.origin_y = 20.0;
    grid.pixel_width = grid.pixel_height = 0.00025;
    grid.columns = grid.rows = 40000;
    raster::Grid tile = grid;
    tile.origin_x = 100.0 + 0.00025 * 40000;
    tile.origin_y = 20.0 - 0.00025 * 12;
    tile.pixel_width += 1e-17;
    EXPECT_EQ(place_on(grid, tile), (raster::Window{40000, 12, 40000, 40000}));
    tile.origin_x += 0.00025 * 0.02;
    EXPECT_FALSE(place_on(grid, tile)) << "two hundredths of a pixel off";
    tile = grid;
    tile.pixel_height = 0.00025 * (1 + 1e-6);  // 0.04 pixels over 40,000 rows
    EXPECT_FALSE(place_on(grid, tile)) << "off by more than a hundredth of a pixel at the far end";
}

}  // namespace
}  // namespace reddline::gdal_io
