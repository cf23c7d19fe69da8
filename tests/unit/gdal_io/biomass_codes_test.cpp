#include "gdal_io/biomass_codes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace reddline::gdal_io {
namespace {

template <class Pixel>
std::vector<std::int32_t> codes_of(PixelType type, std::optional<double> no_data, const std::vector<Pixel>& pixels) {
    std::vector<std::int32_t> codes(pixels.size());
    EXPECT_EQ(BiomassCodes(type, no_data)
                  .convert(reinterpret_cast<const std::byte*>(pixels.data()), 0, pixels.size(), codes.data()),
              std::nullopt);
    return codes;
}

constexpr std::int32_t none = BiomassCodes::none;
constexpr std::int32_t impossible = BiomassCodes::impossible;

TEST(BiomassCodes, AreHundredthsOfATonneToTheNearest) {
    EXPECT_EQ(codes_of<float>(PixelType::float32, -9999.0, {0.0F, 1.004F, 1.006F, 123.456F, 2000.0F, -9999.0F}),
              (std::vector<std::int32_t>{0, 100, 101, 12346, 200000, none}));
}

TEST(BiomassCodes, TellNoDataFromWhatCannotBe) {
    EXPECT_EQ(codes_of<std::uint16_t>(PixelType::uint16, std::nullopt, {0, 2000, 2001, 65535}),
              (std::vector<std::int32_t>{0, 200000, impossible, impossible}));
    EXPECT_EQ(codes_of<std::uint16_t>(PixelType::uint16, 65535.0, {65535}), (std::vector<std::int32_t>{none}));
    EXPECT_EQ(codes_of<float>(PixelType::float32, std::nullopt, {-0.5F, -9999.0F, std::nanf("")}),
              (std::vector<std::int32_t>{impossible, impossible, none}));
}

TEST(BiomassCodes, KnowANoDataThatAFloatHoldsRounded) {
    EXPECT_EQ(codes_of<float>(PixelType::float32, -3.4e38, {-3.4e38F}), (std::vector<std::int32_t>{none}));
}

}  // namespace
}  // namespace reddline::gdal_io
