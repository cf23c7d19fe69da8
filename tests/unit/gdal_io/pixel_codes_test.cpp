#include "gdal_io/pixel_codes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

using ::testing::ElementsAre;

template <class Codes, class Pixel>
std::vector<typename Codes::Code> converted(const Codes& codes, const std::vector<Pixel>& pixels) {
    std::vector<typename Codes::Code> result(pixels.size());
    const auto broken =
        codes.convert(reinterpret_cast<const std::byte*>(pixels.data()), 0, pixels.size(), result.data());
    EXPECT_FALSE(broken.has_value());
    return result;
}

TEST(ByteCodes, KeepCodesAsTheyAreAndMarkTheRest) {
    const std::vector<std::uint8_t> pixels{0, 20, 253, 254, 255};
    EXPECT_THAT(converted(ByteCodes(PixelType::uint8, std::nullopt), pixels), ElementsAre(0, 20, 253, 254, 254));
    EXPECT_THAT(converted(ByteCodes(PixelType::uint8, 255.0), pixels), ElementsAre(0, 20, 253, 254, 255));
    EXPECT_THAT(converted(ByteCodes(PixelType::uint8, 20.0), pixels), ElementsAre(0, 255, 253, 254, 254));
    EXPECT_THAT(converted(ByteCodes(PixelType::uint8, -9999.0), pixels), ElementsAre(0, 20, 253, 254, 254));
}

TEST(ByteCodes, TakeEveryIntegerType) {
    EXPECT_THAT(converted(ByteCodes(PixelType::int8, -1.0), std::vector<std::int8_t>{0, 127, -1, -2}),
                ElementsAre(0, 127, 255, 254));
    EXPECT_THAT(converted(ByteCodes(PixelType::uint16, 65535.0), std::vector<std::uint16_t>{7, 300, 65535}),
                ElementsAre(7, 254, 255));
    EXPECT_THAT(converted(ByteCodes(PixelType::int16, -32768.0), std::vector<std::int16_t>{7, -3, -32768}),
                ElementsAre(7, 254, 255));
    EXPECT_THAT(converted(ByteCodes(PixelType::int32, std::nullopt), std::vector<std::int32_t>{100, 1 << 30, -1}),
                ElementsAre(100, 254, 254));
    EXPECT_THAT(converted(ByteCodes(PixelType::uint32, 4294967295.0), std::vector<std::uint32_t>{1, 4294967295U}),
                ElementsAre(1, 255));
    EXPECT_THAT(converted(ByteCodes(PixelType::int64, -1.0), std::vector<std::int64_t>{9, -1, std::int64_t{1} << 40}),
                ElementsAre(9, 255, 254));
    EXPECT_THAT(converted(ByteCodes(PixelType::uint64, std::nullopt), std::vector<std::uint64_t>{9, 256}),
                ElementsAre(9, 254));
}

TEST(ByteCodes, TakeFloatsThatAreWhole) {
    const float missing = -3.4e38F;
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const std::vector<float> pixels{0.0F, -0.0F, 2.0F, missing, nan, 300.0F, -1.0F};
    EXPECT_THAT(converted(ByteCodes(PixelType::float32, -3.4e38), pixels), ElementsAre(0, 0, 2, 255, 255, 254, 254))
        << "the header's -3.4e38 is a double, the pixel's the nearest float";
    const std::vector<double> doubles{2.0, std::nan("")};
    EXPECT_THAT(converted(ByteCodes(PixelType::float64, std::nan("")), doubles), ElementsAre(2, 255));
}

TEST(ByteCodes, TellTheFirstPixelThatIsNotWhole) {
    const std::vector<float> pixels{9.5F, 1.0F, 2.5F, 3.5F};
    std::vector<std::uint8_t> codes(3);
    const auto broken = ByteCodes(PixelType::float32, std::nullopt)
                            .convert(reinterpret_cast<const std::byte*>(pixels.data()), 1, 3, codes.data());
    EXPECT_EQ(broken, std::size_t{1}) << "counted from the first pixel asked for";
}

TEST(StratumCodes, LookUpTheLegend) {
    const Legend legend = tests::legend_of({"10", "20", "-5", "300", "oak", "020"});
    const std::uint16_t none = 6;
    EXPECT_THAT(converted(StratumCodes(PixelType::uint8, 255.0, legend), std::vector<std::uint8_t>{10, 20, 0, 255}),
                ElementsAre(0, 1, raster::unlisted_stratum, none));
    EXPECT_THAT(converted(StratumCodes(PixelType::int16, std::nullopt, legend), std::vector<std::int16_t>{-5, 300, 5}),
                ElementsAre(2, 3, raster::unlisted_stratum));
    EXPECT_THAT(converted(StratumCodes(PixelType::int32, -1.0, legend), std::vector<std::int32_t>{-1, -5, 300, 300, 1}),
                ElementsAre(none, 2, 3, 3, raster::unlisted_stratum));
    EXPECT_THAT(converted(StratumCodes(PixelType::float32, -3.4e38, legend),
                          std::vector<float>{-3.4e38F, 20.0F, std::nanf(""), 1e30F}),
                ElementsAre(none, 1, none, raster::unlisted_stratum));
}

TEST(StratumCodes, LetTheLegendWinOverADeclaredNoData) {
    const Legend legend = tests::legend_of({"0", "1"});
    EXPECT_THAT(converted(StratumCodes(PixelType::uint8, 0.0, legend), std::vector<std::uint8_t>{0, 1, 2}),
                ElementsAre(0, 1, raster::unlisted_stratum));
    EXPECT_THAT(converted(StratumCodes(PixelType::float64, 0.0, legend), std::vector<double>{0.0, 1.0}),
                ElementsAre(0, 1));
}

TEST(CodeText, WritesWholeNumbersWithoutAPoint) {
    EXPECT_EQ(code_text(112.0), "112");
    EXPECT_EQ(code_text(-5.0), "-5");
    EXPECT_EQ(code_text(2.5), "2.5");
}

}  // namespace
}  // namespace reddline::gdal_io
