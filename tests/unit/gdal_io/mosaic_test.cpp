#include "gdal_io/mosaic.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

using reddline::tests::thrown_error;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

// A tile of 4 x 3 pixels at a place counted in pixels from 105 E, 14 N.
std::string tile_at(const std::string& name, int column, int row) {
    return tests::write_constant(
        {.path = "/vsimem/mosaic/" + name, .origin_x = 105.0 + 0.00025 * column, .origin_y = 14.0 - 0.00025 * row}, 0);
}

TEST(SpanGrid, ReachesFromTheUpperLeftToTheLowerRightTile) {
    Mosaic mosaic = open_mosaic("lossyear", {tile_at("a.tif", 4, 0), tile_at("b.tif", 0, 3)});
    const raster::Grid grid = span_grid(mosaic);
    EXPECT_EQ(grid.columns, 8);
    EXPECT_EQ(grid.rows, 6);
    EXPECT_NEAR(grid.origin_x, 105.0, 1e-12);
    EXPECT_NEAR(grid.origin_y, 14.0, 1e-12);
    EXPECT_EQ(mosaic.tiles[0].place, (raster::Window{4, 0, 4, 3}));
    EXPECT_EQ(mosaic.tiles[1].place, (raster::Window{0, 3, 4, 3}));
}

TEST(SpanGrid, RefusesTilesThatShareAPixel) {
    Mosaic mosaic = open_mosaic("lossyear", {tile_at("a.tif", 0, 0), tile_at("b.tif", 3, 2)});
    const Error error = thrown_error([&] { return span_grid(mosaic); });
    EXPECT_EQ(error.code(), ErrorCode::tile_overlap);
    EXPECT_THAT(error.what(), HasSubstr("a.tif"));
    EXPECT_THAT(error.what(), HasSubstr("b.tif"));
}

TEST(SpanGrid, RefusesAnotherLatticeOrReferenceSystem) {
    const std::string a = tile_at("a.tif", 0, 0);
    Mosaic coarse =
        open_mosaic("lossyear", {a, tests::write_constant({.path = "/vsimem/mosaic/c.tif", .pixel = 0.0003}, 0)});
    const Error error = thrown_error([&] { return span_grid(coarse); });
    EXPECT_EQ(error.code(), ErrorCode::grid_mismatch);
    EXPECT_THAT(error.message(), HasSubstr("0.0003"));
    EXPECT_THAT(error.message(), HasSubstr("0.00025"));
    Mosaic other =
        open_mosaic("lossyear", {a, tests::write_constant({.path = "/vsimem/mosaic/d.tif", .crs = "EPSG:4267"}, 0)});
    EXPECT_EQ(thrown_error([&] { return span_grid(other); }).code(), ErrorCode::crs_mismatch);
}

TEST(OpenMosaic, NeedsATile) {
    EXPECT_EQ(thrown_error([] { return open_mosaic("lossyear", {}); }).code(), ErrorCode::missing_file);
}

TEST(Uncovered, IsWhatOneLayerHasAndTheOtherLacks) {
    Mosaic loss = open_mosaic("lossyear", {tile_at("a.tif", 0, 0), tile_at("b.tif", 4, 0)});
    const raster::Grid grid = span_grid(loss);
    Mosaic cover = open_mosaic("treecover2000", {tile_at("c.tif", 2, 1)});
    place_mosaic(cover, grid, "warp it");
    EXPECT_THAT(uncovered(loss, cover, grid),
                UnorderedElementsAre(raster::Window{0, 0, 4, 1}, raster::Window{0, 1, 2, 2}, raster::Window{4, 0, 4, 1},
                                     raster::Window{6, 1, 2, 2}));
    EXPECT_TRUE(uncovered(loss, loss, grid).empty());
    EXPECT_TRUE(uncovered(cover, loss, grid).empty()) << "its last row lies beyond the grid";
}

TEST(ExpectApart, ComparesTilesOffTheGrid) {
    const Mosaic apart = open_mosaic("strata", {tile_at("a.tif", 0, 0), tile_at("b.tif", 4, 0)});
    expect_apart(apart);
    const Mosaic together = open_mosaic("strata", {tile_at("a.tif", 0, 0), tile_at("c.tif", 1, 0)});
    EXPECT_EQ(thrown_error([&] {
                  expect_apart(together);
                  return 0;
              }).code(),
              ErrorCode::tile_overlap);
}

}  // namespace
}  // namespace reddline::gdal_io
