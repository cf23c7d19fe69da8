#include "gdal_io/nearest_sampler.hpp"

#include <gdal_utils.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "gdal_io/gdal_grid.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

// A landscape of 60 x 50 pixels of 0.00025 degree, and a map with 200 codes on another lattice.
Landscape landscape_with(const std::string& map) {
    LandscapeSource source;
    source.lossyear = {tests::write_constant({.path = "/vsimem/nearest/loss.tif", .columns = 60, .rows = 50}, 0)};
    source.treecover2000 = {tests::write_constant({.path = "/vsimem/nearest/cover.tif", .columns = 60, .rows = 50}, 1)};
    StrataSource strata;
    std::vector<std::string> codes;
    for (int code = 0; code < 200; ++code)
        codes.push_back(std::to_string(code));
    strata.map.legend = tests::legend_of(codes);
    strata.rasters = {map};
    strata.nearest = true;
    source.strata = {strata};
    return Landscape(source);
}

std::vector<double> random_codes(int count) {
    std::mt19937 random(7);
    std::vector<double> values(static_cast<std::size_t>(count));
    for (double& value : values)
        value = static_cast<double>(random() % 200);
    return values;
}

// What gdalwarp -r near -et 0 writes on the landscape's grid; -1 where it writes nothing.
std::vector<double> warped(const std::string& path, const raster::Grid& grid) {
    CPLStringList arguments;
    const auto add = [&](const std::vector<std::string>& words) {
        for (const std::string& word : words)
            arguments.AddString(word.c_str());
    };
    add({"-r", "near", "-et", "0", "-of", "MEM", "-ot", "Int16", "-dstnodata", "-1", "-t_srs", "EPSG:4326", "-te"});
    for (const double value : {grid.origin_x, grid.y_of(static_cast<double>(grid.rows)),
                               grid.x_of(static_cast<double>(grid.columns)), grid.origin_y}) {
        arguments.AddString(CPLSPrintf("%.17g", value));
    }
    add({"-ts", std::to_string(grid.columns), std::to_string(grid.rows)});
    GDALWarpAppOptions* options = GDALWarpAppOptionsNew(arguments.List(), nullptr);
    GDALDatasetH source = GDALOpen(path.c_str(), GA_ReadOnly);
    GDALDatasetH target = GDALWarp("", nullptr, 1, &source, options, nullptr);
    std::vector<double> values(static_cast<std::size_t>(grid.columns * grid.rows));
    const int columns = static_cast<int>(grid.columns);
    const int rows = static_cast<int>(grid.rows);
    EXPECT_EQ(GDALRasterIO(GDALGetRasterBand(target, 1), GF_Read, 0, 0, columns, rows, values.data(), columns, rows,
                           GDT_Float64, 0, 0),
              CE_None);
    GDALClose(target);
    GDALClose(source);
    GDALWarpAppOptionsFree(options);
    return values;
}

void expect_like_gdalwarp(const std::string& path) {
    const Landscape landscape = landscape_with(path);
    const reference::LayerImage block = tests::read_whole(landscape);
    const std::vector<double> expected = warped(path, landscape.grid());
    ASSERT_EQ(block.strata[0].size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        ASSERT_EQ(block.strata[0][i] == 200 ? -1.0 : block.strata[0][i], expected[i]) << "pixel " << i;
    }
    // Rows one by one give the same, so a window does not change the answer.
    const auto stack = landscape.open_stack();
    for (std::int64_t i = 0; i < landscape.grid().rows; ++i) {
        const reference::LayerImage row = tests::read_window(*stack, {3, i, 50, 1});
        for (std::int64_t column = 3; column < 53; ++column) {
            ASSERT_EQ(row.strata[0][row.index_of(column, i)], block.strata[0][block.index_of(column, i)]);
        }
    }
}

TEST(NearestSampler, TakesTheCoarsePixelUnderEachCentreAsGdalwarpDoes) {
    expect_like_gdalwarp(tests::write_raster({.path = "/vsimem/nearest/coarse.tif",
                                              .columns = 12,
                                              .rows = 10,
                                              .origin_x = 105.0013,
                                              .origin_y = 14.0007,
                                              .pixel = 0.00099},
                                             random_codes(120)));
}

TEST(NearestSampler, TakesTheFinePixelUnderEachCentreAsGdalwarpDoes) {
    expect_like_gdalwarp(tests::write_raster({.path = "/vsimem/nearest/fine.tif",
                                              .columns = 300,
                                              .rows = 200,
                                              .origin_x = 104.999,
                                              .origin_y = 14.0001,
                                              .pixel = 0.00007,
                                              .options = {"TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"}},
                                             random_codes(60000)));
}

TEST(NearestSampler, TransformsCentresIntoAnotherReferenceSystem) {
    // 105 E is the central meridian of this zone; 14 N lies about 1,548 km north of the equator.
    expect_like_gdalwarp(tests::write_raster({.path = "/vsimem/nearest/utm.tif",
                                              .columns = 20,
                                              .rows = 20,
                                              .origin_x = 499950.0,
                                              .origin_y = 1548000.0,
                                              .pixel = 100.0,
                                              .crs = "EPSG:32648"},
                                             random_codes(400)));
}

TEST(NearestSampler, NamesTheSourcePixel) {
    const std::string path = tests::write_raster(
        {.path = "/vsimem/nearest/two.tif", .columns = 2, .rows = 2, .pixel = 0.001}, {1, 2, 3, 250});
    const Landscape landscape = landscape_with(path);
    // Column 4 and row 4 are the first under the second coarse column and row.
    const reference::LayerImage block = tests::read_whole(landscape);
    EXPECT_EQ(block.strata[0][block.index_of(3, 3)], 1);
    EXPECT_EQ(block.strata[0][block.index_of(4, 3)], 2);
    EXPECT_EQ(block.strata[0][block.index_of(4, 4)], raster::unlisted_stratum);
    EXPECT_EQ(block.strata[0][block.index_of(8, 0)], 200) << "beyond the map";
    EXPECT_THAT(landscape.open_stack()->describe_unlisted(0, 4, 4).message(), ::testing::HasSubstr("'250'"));
}

}  // namespace
}  // namespace reddline::gdal_io
