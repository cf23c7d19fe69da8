#include "report/map_colours.hpp"

#include <gtest/gtest.h>

#include "report/type_colours.hpp"
#include "support/screen_colours.hpp"

namespace reddline::report {
namespace {

double lightness(const Colour& colour) {
    return tests::lab_of(tests::linear_of(colour))[0];
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
    std::vector<Colour> standing = stratum_colours(strata, {"stratum"});
    for (std::size_t type = 0; type <= coloured_types; ++type)
        standing.push_back(colour_of_type(type));
    ASSERT_EQ(standing.size(), strata.size() + 1 + coloured_types + 1);
    standing.insert(standing.end(), {colour_of_open_land, colour_of_not_counted});
    for (const Colour& colour : standing)
        EXPECT_GT(lightness(colour), lightness(colour_of_loss(1, 20)) + 5.0) << hex_text(colour);
}

}  // namespace
}  // namespace reddline::report
