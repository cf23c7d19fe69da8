#include "gdal_io/landscape.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "reference/draw.hpp"
#include "support/faulty_files.hpp"
#include "support/thrown_error.hpp"
#include "unit/gdal_io/block_decodes.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

using reddline::tests::FaultyFiles;
using reddline::tests::thrown_error;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using tests::write_constant;

const std::string folder = "/vsimem/landscape/";

// Loss and cover, 4 x 3 pixels, nothing lost and 80 per cent cover everywhere.
LandscapeSource plain_source() {
    LandscapeSource source;
    source.lossyear = {write_constant({.path = folder + "loss.tif"}, 0)};
    source.treecover2000 = {write_constant({.path = folder + "cover.tif"}, 80)};
    return source;
}

StrataSource strata_source(const std::string& raster, const std::vector<std::string>& codes) {
    StrataSource source;
    source.map.name = "types";
    source.map.legend = tests::legend_of(codes);
    source.rasters = {raster};
    return source;
}

Error error_of(const LandscapeSource& source) {
    return thrown_error([&] { return Landscape(source); });
}

raster::RunTable rows_of(std::int64_t rows, std::int64_t columns) {
    std::vector<raster::Span> spans;
    for (std::int64_t row = 0; row < rows; ++row)
        spans.push_back({row, 0, columns, 0});
    return raster::RunTable(spans);
}

TEST(Landscape, ReadsAllLayers) {
    LandscapeSource source = plain_source();
    source.datamask = {write_constant({.path = folder + "mask.tif", .type = GDT_Float32, .no_data = -3.4e38}, 2)};
    source.strata = {strata_source(write_constant({.path = folder + "types.tif"}, 7), {"5", "7"})};
    const Landscape landscape(source);
    const reference::LayerImage block = tests::read_whole(landscape);
    EXPECT_THAT(block.loss_code, Each(0));
    EXPECT_THAT(block.cover_pct, Each(80));
    EXPECT_THAT(block.land, Each(2));
    ASSERT_EQ(block.strata.size(), 1U);
    EXPECT_THAT(block.strata[0], Each(1));
    EXPECT_TRUE(block.area_per_row);
    EXPECT_EQ(block.area_cm2.size(), 3U);
    EXPECT_DOUBLE_EQ(landscape.bytes_per_pixel(), 1 + 1 + 4 + 1);
    EXPECT_THAT(landscape.files(),
                ElementsAre(folder + "loss.tif", folder + "cover.tif", folder + "mask.tif", folder + "types.tif"));
    EXPECT_EQ(landscape.loss_tiles(), (std::vector<raster::Window>{{0, 0, 4, 3}}));
    EXPECT_EQ(landscape.smallest_pixel_cm2(), *std::ranges::min_element(block.area_cm2));
}

TEST(Landscape, TellsWhatNeitherTileNorCodeHolds) {
    LandscapeSource source = plain_source();
    // Two tiles with a gap of four columns between them; cover reaches beyond on every side.
    source.lossyear.push_back(write_constant({.path = folder + "east.tif", .origin_x = 105.002}, 5));
    source.treecover2000 = {write_constant(
        {.path = folder + "wide.tif", .columns = 20, .rows = 9, .origin_x = 104.999, .origin_y = 14.0005}, 30)};
    const Landscape landscape(source);
    EXPECT_EQ(landscape.grid().columns, 20);
    EXPECT_EQ(landscape.grid().rows, 9);
    const reference::LayerImage block = tests::read_whole(landscape);
    // The loss begins in the grid's column 4, row 2.
    const auto first = block.loss_code.begin() + 2 * 20 + 4;
    EXPECT_THAT(std::vector(first, first + 12), ElementsAre(0, 0, 0, 0, 255, 255, 255, 255, 5, 5, 5, 5));
    EXPECT_THAT(block.cover_pct, Each(30));
}

TEST(Landscape, CountsZeroWhereAFileDeclaresItAsNoData) {
    LandscapeSource source;
    source.lossyear = {write_constant({.path = folder + "loss0.tif", .no_data = 0.0}, 0)};
    source.treecover2000 = {write_constant({.path = folder + "cover0.tif", .no_data = 0.0}, 0)};
    source.datamask = {write_constant({.path = folder + "mask0.tif", .no_data = 0.0}, 0)};
    const Landscape landscape(source);
    const reference::LayerImage block = tests::read_whole(landscape);
    EXPECT_THAT(block.loss_code, Each(0));
    EXPECT_THAT(block.cover_pct, Each(0));
    EXPECT_THAT(block.land, Each(raster::no_data));
    const Findings findings = landscape.findings({});
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].code, "zero_declared_no_data");
    EXPECT_EQ(findings[0].subject, "lossyear");
    EXPECT_EQ(findings[1].subject, "treecover2000");
}

TEST(Landscape, RefusesLayersThatDoNotFit) {
    LandscapeSource source = plain_source();
    source.treecover2000 = {write_constant({.path = folder + "shifted.tif", .origin_x = 105.0001}, 80)};
    EXPECT_EQ(error_of(source).code(), ErrorCode::grid_mismatch);
    source.treecover2000 = {write_constant({.path = folder + "utm.tif", .crs = "EPSG:32648"}, 80)};
    EXPECT_EQ(error_of(source).code(), ErrorCode::crs_mismatch);
    source.treecover2000 = {write_constant({.path = folder + "nocrs.tif", .crs = ""}, 80)};
    EXPECT_EQ(error_of(source).code(), ErrorCode::crs_missing);
    source.treecover2000 = {folder + "none.tif"};
    EXPECT_EQ(error_of(source).code(), ErrorCode::missing_file);
    source = plain_source();
    source.treecover2000.push_back(source.treecover2000.front());
    EXPECT_EQ(error_of(source).code(), ErrorCode::tile_overlap);
}

TEST(Landscape, RefusesTilesSoFarApartThatTheirGridCannotBeCounted) {
    LandscapeSource source = plain_source();
    // One degree east in pixels of a ten-thousandth of a millionth.
    const tests::SmallRaster near{.path = folder + "near.tif", .pixel = 1e-10};
    const tests::SmallRaster far{.path = folder + "far.tif", .origin_x = 106.0, .pixel = 1e-10};
    source.lossyear = {write_constant(near, 0), write_constant(far, 0)};
    source.treecover2000 = source.lossyear;
    const Error error = error_of(source);
    EXPECT_EQ(error.code(), ErrorCode::grid_mismatch);
    EXPECT_THAT(error.message(), HasSubstr("10,000,000,004 x 3"));
}

TEST(Landscape, AsksForNearestWhereAStrataMapIsOffTheGrid) {
    LandscapeSource source = plain_source();
    source.strata = {strata_source(write_constant({.path = folder + "coarse.tif", .pixel = 0.001}, 7), {"7"})};
    const Error error = error_of(source);
    EXPECT_EQ(error.code(), ErrorCode::grid_mismatch);
    EXPECT_THAT(error.message(), HasSubstr("resample = \"nearest\""));
    source.strata[0].nearest = true;
    const Landscape landscape(source);
    EXPECT_THAT(tests::read_whole(landscape).strata[0], Each(0));
    EXPECT_EQ(landscape.native_blocks().size(), 1U) << "the map off the grid has no blocks of the grid";
    EXPECT_DOUBLE_EQ(landscape.bytes_per_pixel(), 2 + 1.0 / 16) << "one pixel of the map covers 16 of the grid";
}

// A file of 0s, behind which the blocks that are read are counted.
std::string write_watched(const tests::SmallRaster& raster) {
    write_constant(raster, 0);
    FaultyFiles::installed().watch(raster.path, {});
    return FaultyFiles::faulty(raster.path);
}

// The blocks of the files that reading the windows decodes.
std::int64_t blocks_decoded(const Landscape& landscape, const std::vector<raster::Window>& windows) {
    tests::forget_reads(landscape.files());
    const auto stack = landscape.open_stack();
    for (const raster::Window& window : windows)
        static_cast<void>(tests::read_window(*stack, window));
    std::int64_t blocks = 0;
    for (const std::string& file : landscape.files())
        blocks += std::ranges::count_if(tests::block_decodes(file), [](std::int64_t decodes) { return decodes > 0; });
    return blocks;
}

const std::vector<std::string> blocks_of_16{"TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "COMPRESS=DEFLATE"};

// 300 x 260 pixels of loss and cover in blocks of 16 x 16.
LandscapeSource watched_source() {
    LandscapeSource source;
    source.lossyear = {
        write_watched({.path = folder + "w-loss.tif", .columns = 300, .rows = 260, .options = blocks_of_16})};
    source.treecover2000 = {
        write_watched({.path = folder + "w-cover.tif", .columns = 300, .rows = 260, .options = blocks_of_16})};
    return source;
}

TEST(Landscape, ForeseesTheBlocksThatWindowsDecode) {
    LandscapeSource source = watched_source();
    source.strata = {strata_source(
        write_watched(
            {.path = folder + "w-coarse.tif", .columns = 40, .rows = 40, .pixel = 0.001, .options = blocks_of_16}),
        {"0"})};
    source.strata[0].nearest = true;
    const Landscape landscape(source);
    // Columns 0..9 lie in the first block of each layer; columns 60..79 of the grid, from block 3 to block 4, are columns
    // 15..19 of the map, from its block 0 to its block 1. Both windows share the first block of the map.
    const std::vector<raster::Window> windows{{0, 0, 10, 10}, {60, 0, 20, 10}};
    const ReadingLoad load = landscape.load_of(windows);
    EXPECT_EQ(load.blocks, 2 * (1 + 2) + 2);
    EXPECT_DOUBLE_EQ(load.decoded_bytes, 8.0 * 16 * 16);
    EXPECT_THAT(load.estimated_layers, ::testing::IsEmpty());
    EXPECT_EQ(blocks_decoded(landscape, windows), load.blocks);
}

TEST(Landscape, ForeseesTheBlocksOfAMapWithOtherAxesFromTheOutlineOfItsWindows) {
    LandscapeSource source = watched_source();
    // Six degrees from the central meridian of its zone the map is turned by 1.4 degrees against the grid, which lies at
    // 1,148,999..1,157,325 m east and 1,548,745..1,556,178 m north. Two tiles of the map meet in the middle.
    const tests::SmallRaster west{.path = folder + "w-west.tif",
                                  .columns = 150,
                                  .rows = 260,
                                  .origin_x = 1'148'990.0,
                                  .origin_y = 1'556'200.0,
                                  .pixel = 30.0,
                                  .crs = "EPSG:32647",
                                  .options = blocks_of_16};
    tests::SmallRaster east = west;
    east.path = folder + "w-east.tif";
    east.origin_x = 1'153'490.0;
    source.strata = {strata_source(write_watched(west), {"0"})};
    source.strata[0].rasters.push_back(write_watched(east));
    source.strata[0].nearest = true;
    const Landscape landscape(source);
    reference::Draw draw(5);
    for (int i = 0; i < 40; ++i) {
        const std::int64_t column = draw.whole(0, 299);
        const std::int64_t row = draw.whole(0, 259);
        const std::vector<raster::Window> windows{{column, row, draw.whole(1, 300 - column), draw.whole(1, 260 - row)}};
        const ReadingLoad load = landscape.load_of(windows);
        const std::int64_t decoded = blocks_decoded(landscape, windows);
        EXPECT_GE(load.blocks, decoded) << "window at column " << column << ", row " << row;
        // Strips of a window reach less far to the sides than all of it, by at most 260 rows x sin(1.4 degrees) = 7 pixels:
        // a column of 17 blocks on either side.
        EXPECT_LE(load.blocks, decoded + 2 * 17) << "window at column " << column << ", row " << row;
        EXPECT_THAT(load.estimated_layers, ElementsAre("strata 'types'"));
    }
}

TEST(Landscape, DescribesACodeThatTheLegendLacks) {
    LandscapeSource source = plain_source();
    source.strata = {strata_source(write_constant({.path = folder + "odd.tif"}, 42), {"7"})};
    const Landscape landscape(source);
    EXPECT_THAT(tests::read_whole(landscape).strata[0], Each(raster::unlisted_stratum));
    const Error error = landscape.open_stack()->describe_unlisted(0, 2, 1);
    EXPECT_EQ(error.code(), ErrorCode::code_unlisted);
    EXPECT_EQ(error.subject(), folder + "odd.tif");
    EXPECT_THAT(error.message(), HasSubstr("'42'"));
    EXPECT_THAT(error.message(), HasSubstr("legend.csv"));
    // Centre of the third column and second row: 105 + 2.5 x 0.00025, 14 - 1.5 x 0.00025.
    EXPECT_THAT(error.message(), HasSubstr("column 2, row 1 (longitude 105.000625, latitude 13.999625)"));
}

TEST(Landscape, RefusesAPixelThatIsNoCode) {
    LandscapeSource source = plain_source();
    std::vector<double> values(12, 1.0);
    values[6] = 2.5;
    source.lossyear = {tests::write_raster({.path = folder + "half.tif", .type = GDT_Float32}, values)};
    const Landscape landscape(source);
    const Error error = thrown_error([&] { return tests::read_whole(landscape).window; });
    EXPECT_EQ(error.code(), ErrorCode::code_not_whole);
    EXPECT_EQ(error.subject(), folder + "half.tif");
    EXPECT_THAT(error.message(), HasSubstr("2.5 in pixel column 2, row 1"));
}

TEST(Landscape, NeedsEveryLayerInsideTheZones) {
    LandscapeSource source = plain_source();
    source.lossyear.push_back(write_constant({.path = folder + "east.tif", .origin_x = 105.001}, 5));
    const Landscape landscape(source);
    const auto check = [&](std::int64_t columns) {
        landscape.expect_layers_complete(rows_of(3, columns));
        return 0;
    };
    EXPECT_EQ(check(4), 0) << "the zone ends where cover ends";
    const Error error = thrown_error([&] { return check(5); });
    EXPECT_EQ(error.code(), ErrorCode::tile_missing);
    EXPECT_EQ(error.subject(), "treecover2000");
    EXPECT_THAT(error.message(), HasSubstr("column 4, row 0"));
}

TEST(Landscape, NeedsLossWhereverCoverIs) {
    LandscapeSource source = plain_source();
    source.lossyear.push_back(write_constant({.path = folder + "far.tif", .origin_x = 105.002}, 5));
    source.treecover2000 = {write_constant({.path = folder + "wide.tif", .columns = 12}, 30)};
    const Landscape landscape(source);
    const Error error = thrown_error([&] {
        landscape.expect_layers_complete(rows_of(3, 12));
        return 0;
    });
    EXPECT_EQ(error.code(), ErrorCode::tile_missing);
    EXPECT_EQ(error.subject(), "lossyear");
}

TEST(Landscape, NeedsLossWhereCoverGoesOnBeyondIt) {
    LandscapeSource source = plain_source();
    source.treecover2000 = {write_constant({.path = folder + "further.tif", .columns = 6, .origin_x = 104.9995}, 30)};
    const Landscape landscape(source);
    EXPECT_EQ(landscape.grid().columns, 6);
    const Error error = thrown_error([&] {
        landscape.expect_layers_complete(rows_of(3, 6));
        return 0;
    });
    EXPECT_EQ(error.code(), ErrorCode::tile_missing);
    EXPECT_EQ(error.subject(), "lossyear");
    EXPECT_THAT(error.message(), HasSubstr("column 0, row 0"));
}

TEST(Landscape, ReportsBlocksThatCountAsNoData) {
    LandscapeSource source;
    const int size = 64;
    source.treecover2000 = {write_constant({.path = folder + "whole.tif", .columns = size, .rows = size}, 80)};
    source.lossyear = {write_constant({.path = folder + "cut.tif",
                                       .columns = size,
                                       .rows = size,
                                       .options = {"TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=32"}},
                                      3)};
    VSIStatBufL status;
    ASSERT_EQ(VSIStatL((folder + "cut.tif").c_str(), &status), 0);
    VSILFILE* file = VSIFOpenL((folder + "cut.tif").c_str(), "rb+");
    VSIFTruncateL(file, status.st_size - 10);
    VSIFCloseL(file);
    {
        const Landscape strict(source);
        EXPECT_EQ(thrown_error([&] { return tests::read_whole(strict).window; }).code(), ErrorCode::corrupt_raster);
    }
    source.missing_blocks_are_no_data = true;
    const Landscape landscape(source);
    const reference::LayerImage block = tests::read_whole(landscape);
    EXPECT_EQ(std::ranges::count(block.loss_code, 3), 3 * 32 * 32);
    EXPECT_EQ(std::ranges::count(block.loss_code, raster::no_data), 32 * 32);
    const std::vector<UnreadBlocks> unread = landscape.take_unread_blocks();
    ASSERT_EQ(unread.size(), 1U);
    EXPECT_EQ(unread[0].layer, "lossyear");
    EXPECT_EQ(unread[0].file, "cut.tif") << "without its folder, which differs from machine to machine";
    EXPECT_EQ(unread[0].blocks.size(), 1U);
    EXPECT_EQ(unread[0].block_columns, 32);
    EXPECT_TRUE(landscape.take_unread_blocks().empty()) << "they are told once";
}

}  // namespace
}  // namespace reddline::gdal_io
