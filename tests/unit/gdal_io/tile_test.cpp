#include "gdal_io/tile.hpp"

#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

using reddline::tests::thrown_error;
using ::testing::HasSubstr;

TEST(OpenTile, DescribesAFileWithoutReadingPixels) {
    const std::string path = tests::write_constant({.path = "/vsimem/tile/plain.tif",
                                                    .columns = 70,
                                                    .rows = 50,
                                                    .type = GDT_UInt16,
                                                    .no_data = 65535.0,
                                                    .options = {"TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=16"}},
                                                   1);
    const Tile tile = open_tile(path);
    EXPECT_EQ(tile.type, PixelType::uint16);
    EXPECT_EQ(tile.no_data, 65535.0);
    EXPECT_EQ(tile.block.columns, 32);
    EXPECT_EQ(tile.block.rows, 16);
    EXPECT_EQ(tile.lattice.columns, 70);
    EXPECT_EQ(tile.block_bytes(), 32 * 16 * 2);
    EXPECT_THAT(tile.files, ::testing::ElementsAre(path));
}

TEST(OpenTile, KnowsSignedBytes) {
    const std::string path =
        tests::write_constant({.path = "/vsimem/tile/signed.tif", .options = {"PIXELTYPE=SIGNEDBYTE"}}, 1);
    EXPECT_EQ(open_tile(path).type, PixelType::int8);
}

TEST(OpenTile, RefusesWhatIsNoPlainBandOfCodes) {
    const auto refused = [](const std::string& path, const std::string& words) {
        const Error error = thrown_error([&] { return open_tile(path); });
        EXPECT_EQ(error.code(), ErrorCode::unreadable_file);
        EXPECT_THAT(error.message(), HasSubstr(words));
    };
    refused(tests::write_constant({.path = "/vsimem/tile/two.tif", .bands = 2}, 1), "gdal_translate -b");
    refused(tests::write_constant({.path = "/vsimem/tile/complex.tif", .type = GDT_CFloat32}, 1), "CFloat32");
    refused(tests::write_text("/vsimem/tile/text.tif", "no raster"), "cannot be opened");
    const std::string scaled = tests::write_constant({.path = "/vsimem/tile/scaled.tif"}, 1);
    GDALDataset* dataset = GDALDataset::Open(scaled.c_str(), GDAL_OF_RASTER | GDAL_OF_UPDATE);
    dataset->GetRasterBand(1)->SetScale(0.5);
    GDALClose(dataset);
    refused(scaled, "-unscale");
    const std::string masked = tests::write_constant({.path = "/vsimem/tile/masked.tif"}, 1);
    dataset = GDALDataset::Open(masked.c_str(), GDAL_OF_RASTER | GDAL_OF_UPDATE);
    dataset->CreateMaskBand(GMF_PER_DATASET);
    GDALClose(dataset);
    refused(masked, "mask");
    EXPECT_EQ(thrown_error([] { return open_tile("/vsimem/tile/none.tif"); }).code(), ErrorCode::missing_file);
}

}  // namespace
}  // namespace reddline::gdal_io
