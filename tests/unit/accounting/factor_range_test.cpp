#include "accounting/factor_range.hpp"

#include <gmock/gmock.h>

#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::small_factors;

TEST(GrossFactor, IsTheWholeDensityAsCarbonDioxide) {
    EXPECT_DOUBLE_EQ(gross_factor(small_factors(), "evergreen")->value(), 550);
    EXPECT_FALSE(gross_factor(small_factors(), "bamboo"));
}

TEST(FactorRange, NamesTheStrataOfTheLowestAndTheHighestFactor) {
    const auto range = factor_range(small_factors(), {"evergreen", "deciduous"});

    ASSERT_TRUE(range);
    EXPECT_EQ(range->lowest.stratum, "deciduous");
    EXPECT_DOUBLE_EQ(range->lowest.factor.value(), 220);
    EXPECT_EQ(range->highest.stratum, "evergreen");
    EXPECT_DOUBLE_EQ(range->highest.factor.value(), 550);
}

TEST(FactorRange, IsNotKnownWhenAFactorIsMissingOrThereIsNoStratum) {
    EXPECT_FALSE(factor_range(small_factors(), {"evergreen", "bamboo"}));
    EXPECT_FALSE(factor_range(small_factors(), {}));
}

TEST(FactorRange, TakesTheFirstOfEquals) {
    const CarbonTable same{"same.csv", {{"one", tests::stock(100)}, {"other", tests::stock(100)}}};
    const auto range = factor_range(same, {"other", "one"});

    EXPECT_EQ(range->lowest.stratum, "other");
    EXPECT_EQ(range->highest.stratum, "other");
}

TEST(EmissionBounds, AreTheLostAreaAtBothEnds) {
    const auto bounds = emission_bounds(Hectares::of(1000), *factor_range(small_factors(), {"evergreen", "deciduous"}));

    EXPECT_EQ(bounds.lost.value(), 1000);
    EXPECT_EQ(bounds.lowest_stratum, "deciduous");
    EXPECT_DOUBLE_EQ(bounds.lowest.value(), 220'000);
    EXPECT_EQ(bounds.highest_stratum, "evergreen");
    EXPECT_DOUBLE_EQ(bounds.highest.value(), 550'000);
}

}  // namespace
}  // namespace reddline::accounting
