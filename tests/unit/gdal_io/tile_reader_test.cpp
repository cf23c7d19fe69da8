#include "gdal_io/tile_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

// 40 x 40 pixels in blocks of 16 x 16; the value of a pixel is its place in reading order, modulo 251.
Tile written() {
    return open_tile(tests::write_raster({.path = "/vsimem/reader/tile.tif",
                                          .columns = 40,
                                          .rows = 40,
                                          .type = GDT_UInt16,
                                          .options = {"TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"}},
                                         tests::counting(1600, 251)));
}

TEST(ReadTile, JoinsThePartsOfBlocks) {
    const Tile tile = written();
    MissingBlockCount missing;
    BlockReader reader(1, MissingBlocks::stop, missing);
    // Two rows of a layer of five pixels a row, of which three are read; the window crosses a corner of four blocks.
    std::vector<std::uint8_t> codes(10, 99);
    read_tile(reader, tile, ByteCodes(tile.type, tile.no_data), {15, 15, 3, 2}, codes.data(), 5);
    const auto value = [](int column, int row) { return (row * 40 + column) % 251; };
    EXPECT_THAT(codes, ::testing::ElementsAre(value(15, 15), value(16, 15), value(17, 15), 99, 99, value(15, 16),
                                              value(16, 16), value(17, 16), 99, 99));
    EXPECT_EQ(value_in_tile(reader, tile, 39, 39), value(39, 39));
}

TEST(BlockBytes, CountsTheBlocksThatAWindowTouches) {
    const Tile tile = written();
    const std::int64_t block = 16 * 16 * 2;
    EXPECT_EQ(block_bytes(tile, {0, 0, 16, 16}), block);
    EXPECT_EQ(block_bytes(tile, {15, 15, 2, 2}), 4 * block);
    EXPECT_EQ(block_bytes(tile, {15, 0, 18, 1}), 3 * block);
    EXPECT_EQ(block_bytes(tile, {3, 3, 0, 0}), 0);
}

}  // namespace
}  // namespace reddline::gdal_io
