#include "inputs/sample_area_table.hpp"

#include <gmock/gmock.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

std::string refusal(const std::string& text, std::optional<Hectares> total = std::nullopt) {
    return tests::error_line([&] { return parse_sample_areas(text, "areas.csv", total); });
}

TEST(SampleAreas, ReadSizesPixelsAndZones) {
    const auto strata = parse_sample_areas("class,area_ha,pixels,zone\nloss,9,100,north\nloss,1.5,17,south\n", "a.csv",
                                           Hectares::of(10.5));
    ASSERT_EQ(strata.size(), 2U);
    EXPECT_EQ(strata[1].name, "loss");
    EXPECT_EQ(strata[1].zone, "south");
    EXPECT_EQ(strata[1].area, Hectares::of(1.5));
    EXPECT_EQ(strata[1].units, 17);
}

TEST(SampleAreas, MayLackPixels) {
    EXPECT_FALSE(parse_sample_areas("class,area_ha\nloss,9\n", "a.csv", std::nullopt)[0].units);
}

TEST(SampleAreas, MustAddUpToATotalThatIsGiven) {
    EXPECT_THAT(refusal("class,area_ha\nloss,9\nforest,90\n", Hectares::of(99.1)), HasSubstr("99.1 ha, found 99 ha"));
    EXPECT_EQ(parse_sample_areas("class,area_ha\nloss,9\nforest,90\n", "a.csv", Hectares::of(99.005)).size(), 2U);
}

TEST(SampleAreas, RefuseWhatIsNoArea) {
    EXPECT_THAT(refusal("class,area_ha\nloss,-1\n"), HasSubstr("areas.csv:2: area_ha"));
    EXPECT_THAT(refusal("class,area_ha,pixels\nloss,1,-1\n"), HasSubstr("areas.csv:2: pixels"));
    EXPECT_THAT(refusal("class,area_ha,pixels\nloss,1,1.5\n"), HasSubstr("areas.csv:2: pixels"));
    EXPECT_THAT(refusal("class,area_ha\nloss,1\nloss,2\n"), HasSubstr("found \"loss\" again"));
    EXPECT_THAT(refusal("class,area_ha\nloss,0\n"), HasSubstr("more than 0 ha"));
    EXPECT_THAT(refusal("class,area_ha,zone\nloss,1,\n"), HasSubstr("areas.csv:2: zone"));
}

}  // namespace
}  // namespace reddline::inputs
