#include "report/map_colours.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace reddline::report {
namespace {

/// CIE L* of a colour of a screen (sRGB).
double lightness(const Colour& colour) {
    const auto linear = [](std::uint8_t part) {
        const double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    const double y = 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    return y > 0.008856 ? 116.0 * std::cbrt(y) - 16.0 : 903.3 * y;
}

TEST(MapColours, MakeLaterLossDarkerForAnyNumberOfYears) {
    for (const std::size_t last : {2U, 3U, 4U, 20U, 23U, 42U}) {
        for (std::size_t code = 2; code <= last; ++code) {
            EXPECT_LT(lightness(colour_of_loss(code, last)), lightness(colour_of_loss(code - 1, last)))
                << code << " of " << last;
        }
    }
    EXPECT_EQ(colour_of_loss(1, 1), colour_of_loss(20, 20));
}

TEST(MapColours, KeepLossDarkerThanWhatIsNotLost) {
    std::vector<Stratum> strata;
    for (const StratumKind kind : {StratumKind::forest, StratumKind::excluded, StratumKind::non_forest}) {
        for (int i = 0; i < 8; ++i)
            strata.push_back({"stratum", kind});
    }
    std::vector<Colour> standing = stratum_colours(strata);
    ASSERT_EQ(standing.size(), strata.size() + 1);
    standing.insert(standing.end(), {colour_of_open_land, colour_of_not_counted});
    for (const Colour& colour : standing)
        EXPECT_GT(lightness(colour), lightness(colour_of_loss(1, 20)) + 5.0) << hex_text(colour);
}

TEST(MapColours, TellNeighbouringForestTypesApartInGrey) {
    const std::vector<Colour> colours = stratum_colours(std::vector<Stratum>(4, {"forest", StratumKind::forest}));
    for (std::size_t i = 1; i < 4; ++i)
        EXPECT_GT(std::abs(lightness(colours[i]) - lightness(colours[i - 1])), 5.0) << i;
}

TEST(HexText, IsTheColourOfAPage) {
    EXPECT_EQ(hex_text({0, 0x72, 0xb2}), "#0072b2");
}

}  // namespace
}  // namespace reddline::report
