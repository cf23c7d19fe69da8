#include "estimation/sampled_losses.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace reddline::estimation {
namespace {

// 20 points in 1,000 ha: 4 are crops, 6 rubber, 10 forest; 8 of all lie in the north, 2 of them crops.
ReferenceSample twenty_points() {
    ReferenceSample sample;
    sample.strata = {{"forest", "", Hectares::of(1000), std::nullopt}};
    sample.points = {{0, "forest", "crops", "north", 2},
                     {0, "forest", "crops", "south", 2},
                     {0, "forest", "rubber", "south", 6},
                     {0, "forest", "forest", "north", 6},
                     {0, "forest", "forest", "south", 4}};
    return sample;
}

const std::vector<SampledChange> changes{{"crops", "evergreen", "field"}, {"rubber", "evergreen", std::nullopt}};

TEST(SampledLosses, AreEstimatedByWhatTheForestBecame) {
    const auto losses = sampled_losses(twenty_points(), changes);
    ASSERT_EQ(losses.size(), 6U);  // the whole, north and south
    EXPECT_EQ(losses[0].zone, "");
    EXPECT_EQ(losses[0].to, std::nullopt);
    EXPECT_DOUBLE_EQ(*losses[0].area_ha.value, 300);
    EXPECT_EQ(losses[1].to, "field");
    EXPECT_DOUBLE_EQ(*losses[1].area_ha.value, 200);
    EXPECT_EQ(losses[3].zone, "north");
    EXPECT_DOUBLE_EQ(*losses[3].area_ha.value, 100);
}

TEST(SampledSums, HaveTheErrorOfTheClassesTogether) {
    const auto sums = sampled_sums(twenty_points(), changes);
    ASSERT_EQ(sums.size(), 3U);
    EXPECT_DOUBLE_EQ(*sums[0].area_ha.value, 500);
    EXPECT_DOUBLE_EQ(*sums[0].area_ha.standard_error, 1000 * std::sqrt(0.5 * 0.5 / 19));
}

}  // namespace
}  // namespace reddline::estimation
