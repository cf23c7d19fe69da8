#include "gdal_io/block_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

using ::testing::HasSubstr;

// 64 x 48 pixels in blocks of 16 x 16; the values are the columns.
std::string written(const std::string& name) {
    return tests::write_raster({.path = "/vsimem/block/" + name,
                                .columns = 64,
                                .rows = 48,
                                .options = {"TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"}},
                               tests::counting(64 * 48, 64));
}

// The file without the last bytes, where the last blocks are; their places stand at its start.
std::string truncated(const std::string& name) {
    const std::string path = written(name);
    VSIStatBufL status;
    EXPECT_EQ(VSIStatL(path.c_str(), &status), 0);
    VSILFILE* file = VSIFOpenL(path.c_str(), "rb+");
    VSIFTruncateL(file, status.st_size - 100);
    VSIFCloseL(file);
    return path;
}

TEST(BlockReader, GivesWholeBlocksWithFilesOpenedAndClosedInBetween) {
    const Tile a = open_tile(written("a.tif"));
    const Tile b = open_tile(written("b.tif"));
    MissingBlockCount missing;
    BlockReader reader(1, MissingBlocks::stop, missing);
    for (int round = 0; round < 2; ++round) {
        for (const Tile* tile : {&a, &b}) {
            const std::byte* pixels = reader.block(*tile, 2, 1);
            ASSERT_NE(pixels, nullptr);
            EXPECT_EQ(value_at(tile->type, pixels, 0), 32.0);
            EXPECT_EQ(value_at(tile->type, pixels, 16 * 16 - 1), 47.0);
        }
    }
    EXPECT_EQ(reader.block(a, 2, 1), reader.block(a, 2, 1)) << "decoded once, kept";
}

TEST(BlockReader, NamesFileBlockAndOffsetOfABlockThatCannotBeRead) {
    const Tile tile = open_tile(truncated("cut.tif"));
    MissingBlockCount missing;
    BlockReader reader(4, MissingBlocks::stop, missing);
    EXPECT_NE(reader.block(tile, 0, 0), nullptr);
    const Error error = reddline::tests::thrown_error([&] { return reader.block(tile, 3, 2); });
    EXPECT_EQ(error.code(), ErrorCode::corrupt_raster);
    EXPECT_EQ(error.subject(), "/vsimem/block/cut.tif");
    EXPECT_THAT(error.message(), HasSubstr("block x 3, y 2"));
    EXPECT_THAT(error.message(), HasSubstr("pixel column 48, row 32"));
    EXPECT_THAT(error.message(), HasSubstr("GDAL says"));
}

TEST(BlockReader, CountsUnreadableBlocksOnceWhereTheyAreAllowed) {
    const Tile tile = open_tile(truncated("allowed.tif"));
    MissingBlockCount missing;
    BlockReader first(4, MissingBlocks::no_data, missing);
    BlockReader second(4, MissingBlocks::no_data, missing);
    for (int round = 0; round < 2; ++round) {
        EXPECT_EQ(first.block(tile, 3, 2), nullptr);
        EXPECT_EQ(second.block(tile, 3, 2), nullptr);
    }
    EXPECT_EQ(missing.take(tile).size(), 1U);
}

}  // namespace
}  // namespace reddline::gdal_io
