#include "gdal_io/seen_codes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "domain/error.hpp"
#include "support/thrown_error.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

using ::testing::ElementsAre;

std::optional<std::vector<std::string>> codes_of(const std::string& path, std::size_t most = 250) {
    const auto seen = seen_codes(path, most);
    if (!seen) return std::nullopt;
    std::vector<std::string> codes;
    for (const SeenCode& code : *seen)
        codes.push_back(code.code);
    return codes;
}

TEST(SeenCodes, AreEveryCodeOnceInOrderWithoutNoData) {
    const std::string path = tests::write_raster(
        {.path = "/vsimem/seen/codes.tif", .columns = 3, .rows = 2, .no_data = 255}, {7, 7, 2, 255, 10, 2});
    EXPECT_THAT(*codes_of(path), ElementsAre("2", "7", "10"));
}

TEST(SeenCodes, AreTheSameHoweverThePixelsAreStored) {
    const std::vector<double> values = tests::counting(std::size_t{100} * 70, 23);
    const std::string strips =
        tests::write_raster({.path = "/vsimem/seen/strips.tif", .columns = 100, .rows = 70}, values);
    const std::string blocks = tests::write_raster({.path = "/vsimem/seen/blocks.tif",
                                                    .columns = 100,
                                                    .rows = 70,
                                                    .type = GDT_Int32,
                                                    .options = {"TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"}},
                                                   values);
    EXPECT_EQ(codes_of(strips)->size(), 23U);
    EXPECT_EQ(codes_of(strips), codes_of(blocks));
}

TEST(SeenCodes, OfNumbersWithAPointAreCodesWhereTheyAreWhole) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THAT(*codes_of(tests::write_raster(
                    {.path = "/vsimem/seen/whole.tif", .columns = 2, .rows = 2, .type = GDT_Float32}, {3, nan, -1, 3})),
                ElementsAre("-1", "3"));
    EXPECT_EQ(codes_of(tests::write_raster(
                  {.path = "/vsimem/seen/heights.tif", .columns = 2, .rows = 1, .type = GDT_Float32}, {3, 3.5})),
              std::nullopt);
}

TEST(SeenCodes, AreNoneWhereThereAreTooMany) {
    const std::string path =
        tests::write_raster({.path = "/vsimem/seen/many.tif", .columns = 4, .rows = 1}, {1, 2, 3, 4});
    EXPECT_EQ(codes_of(path, 4)->size(), 4U);
    EXPECT_EQ(codes_of(path, 3), std::nullopt);
}

TEST(SeenCodes, OfAMissingFileAreAnError) {
    start_gdal({});
    const Error error = reddline::tests::thrown_error([] { return seen_codes("/vsimem/seen/gone.tif", 4); });
    EXPECT_EQ(error.code(), ErrorCode::missing_file);
}

}  // namespace
}  // namespace reddline::gdal_io
