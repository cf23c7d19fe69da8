#include "report/type_series.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/type_colours.hpp"

namespace reddline::report {
namespace {

TEST(TypeSeries, GivesATypeTheColourOfTheMapInWhateverOrderItComes) {
    TypeSeries types(english(), nlohmann::ordered_json{{"forest_types", {"evergreen", "bamboo"}}});
    std::vector<Series> series;
    EXPECT_EQ(types.place_of("bamboo", series), 0U);
    EXPECT_EQ(types.place_of("evergreen", series), 1U);
    EXPECT_EQ(types.place_of("bamboo", series), 0U);
    ASSERT_EQ(series.size(), 2U);
    EXPECT_EQ(series[0].colour, hex_text(colour_of_type(1)));
    EXPECT_EQ(series[1].colour, hex_text(colour_of_type(0)));
}

TEST(TypeSeries, LetsATypeOfNoMapFollowAndTypesBeyondTheColoursShareASeries) {
    TypeSeries types(english(), nlohmann::ordered_json{{"forest_types", {"1", "2", "3", "4", "5", "6", "7"}}});
    std::vector<Series> series;
    EXPECT_EQ(types.place_of("of the claim", series), 0U);
    EXPECT_EQ(series[0].colour, hex_text(colour_of_type(7)));
    EXPECT_EQ(types.place_of("ninth", series), 1U);
    EXPECT_EQ(types.place_of("tenth", series), 1U);
    EXPECT_EQ(series[1].name, "other forest types");
}

}  // namespace
}  // namespace reddline::report
