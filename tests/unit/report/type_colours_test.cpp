#include "report/type_colours.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "report/map_colours.hpp"
#include "support/screen_colours.hpp"

namespace reddline::report {
namespace {

using tests::Matrix;
using tests::Triple;

struct Sight {
    std::string name;
    Matrix seen;  ///< what becomes of light of a screen
};

// Source: Machado, Oliveira and Fernandes 2009, A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE
// Transactions on Visualization and Computer Graphics 15(6), matrices of severity 1.0.
const std::vector<Sight> sights{
    {"full sight", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}}};

Triple lab_seen(const Colour& colour, const Sight& sight) {
    Triple light = tests::product(sight.seen, tests::linear_of(colour));
    for (double& part : light)
        part = std::clamp(part, 0.0, 1.0);
    return tests::lab_of(light);
}

/// The difference of two colours. Source: CIE 1976.
double difference(const Triple& a, const Triple& b) {
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

double lightness(std::size_t place) {
    return tests::lab_of(tests::linear_of(colour_of_type(place)))[0];
}

TEST(ScreenColours, HaveTheCoordinatesThatTextbooksGive) {
    const Triple red = tests::lab_of(tests::linear_of({255, 0, 0}));  // of sRGB under D65: 53.24, 80.09, 67.20
    EXPECT_NEAR(red[0], 53.24, 0.01);
    EXPECT_NEAR(red[1], 80.09, 0.01);
    EXPECT_NEAR(red[2], 67.20, 0.01);
    EXPECT_NEAR(tests::lab_of(tests::linear_of({255, 255, 255}))[0], 100.0, 0.001);
}

// A difference of 2.3 is just noticeable side by side (Mahy, Van Eycken and Oosterlinck 1994); five times as much is asked for, since
// a legend is apart from what it explains.
TEST(TypeColours, AreToldApartByReadersWithAnyKindOfColourBlindness) {
    for (const Sight& sight : sights) {
        for (std::size_t i = 0; i <= coloured_types; ++i) {
            for (std::size_t j = 0; j < std::min(i, coloured_types); ++j) {
                // The grey of further types is no type of its own, so four times as much will do for it.
                const double least = (i < coloured_types ? 5 : 4) * 2.3;
                EXPECT_GT(difference(lab_seen(colour_of_type(i), sight), lab_seen(colour_of_type(j), sight)), least)
                    << sight.name << ": types " << i << " and " << j;
            }
        }
    }
}

TEST(TypeColours, StandOutFromLandThatIsNoForest) {
    for (const Sight& sight : sights) {
        for (std::size_t i = 0; i < coloured_types; ++i) {
            for (const Colour& land : {colour_of_open_land, colour_of_not_counted})
                EXPECT_GT(difference(lab_seen(colour_of_type(i), sight), lab_seen(land, sight)), 4 * 2.3)
                    << sight.name << ": type " << i << " and " << hex_text(land);
        }
    }
}

// Steps of lightness that can be named apart from the legend are about 9 L*, and between the lightest type and the darkest there is
// room for four. Of eight, neighbours in the legend still are that far apart, and no two are equal.
TEST(TypeColours, DifferInGrey) {
    for (std::size_t i = 0; i < coloured_types; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const bool is_told_apart = i < 4 || i == j + 1;
            EXPECT_GT(std::abs(lightness(i) - lightness(j)), is_told_apart ? 9.0 : 4.0) << i << " and " << j;
        }
    }
}

TEST(TypeColours, GoByTheNameWhateverThePlaceInALegend) {
    const std::vector<std::string> types{"evergreen", "bamboo"};
    const Stratum bamboo{"bamboo", StratumKind::forest};
    EXPECT_EQ(stratum_colours({bamboo}, types).front(), colour_of_type(1));
    EXPECT_EQ(stratum_colours({{"water", StratumKind::non_forest}, bamboo}, types)[1], colour_of_type(1));
    EXPECT_EQ(colour_of_type("unlisted", std::vector<std::string>(coloured_types, "other")),
              colour_of_type(coloured_types));
}

TEST(HexText, IsTheColourOfAPage) {
    EXPECT_EQ(hex_text({0, 0x72, 0xb2}), "#0072b2");
}

}  // namespace
}  // namespace reddline::report
