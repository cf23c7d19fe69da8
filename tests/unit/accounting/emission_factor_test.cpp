#include "accounting/emission_factor.hpp"

#include <gmock/gmock.h>

#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

CarbonTable published() {
    return {"carbon.csv",
            {{"evergreen", tests::stock(163.8)}, {"deciduous", tests::stock(56.2)}, {"crops", tests::stock(10)}}};
}

double factor(const std::string& from, const Destination& to, PostStock post) {
    return emission_factor(published(), from, to, post).value().value();
}

// Eq. 11, worked: 163.8 x 44/12 = 600.6, 56.2 x 44/12 = 206.0667; four ulp is what double arithmetic may lose.
TEST(EmissionFactor, EmitsTheWholeStockWhereTheDestinationIsUnknown) {
    EXPECT_DOUBLE_EQ(factor("evergreen", {}, PostStock::post_stock), 600.6);
    EXPECT_DOUBLE_EQ(factor("deciduous", {}, PostStock::zero), 56.2 * 44 / 12);
}

TEST(EmissionFactor, TakesOffWhatTheDestinationHoldsUnderPostStock) {
    // (163.8 - 10) x 44/12 = 563.9333
    EXPECT_DOUBLE_EQ(factor("evergreen", {"crops", StratumKind::non_forest}, PostStock::post_stock), 153.8 * 44 / 12);
}

TEST(EmissionFactor, LetsNothingThatIsNotForestHoldCarbonUnderZero) {
    EXPECT_DOUBLE_EQ(factor("evergreen", {"crops", StratumKind::non_forest}, PostStock::zero), 600.6);
    EXPECT_DOUBLE_EQ(factor("evergreen", {"rubber", StratumKind::excluded}, PostStock::zero), 600.6);
}

TEST(EmissionFactor, KnowsTheStockOfForestUnderBothReadings) {
    // Eq. 15, worked: evergreen to deciduous 107.6 x 44/12 = 394.5333, and the way back the same below zero.
    for (const PostStock post : {PostStock::post_stock, PostStock::zero}) {
        EXPECT_NEAR(factor("evergreen", {"deciduous", StratumKind::forest}, post), 394.53, 0.005);
        EXPECT_NEAR(factor("deciduous", {"evergreen", StratumKind::forest}, post), -394.53, 0.005);
    }
}

TEST(EmissionFactor, IsRefusedWithoutAFactorOfTheStratumThatWasLost) {
    EXPECT_EQ(emission_factor(published(), "bamboo", {}, PostStock::zero).refusal().reason,
              "no carbon factor for 'bamboo' in carbon.csv");
}

TEST(EmissionFactor, IsRefusedWithoutAFactorOfTheDestinationThatCounts) {
    const Destination rubber{"rubber", StratumKind::excluded};
    const Destination bamboo{"bamboo", StratumKind::forest};

    EXPECT_EQ(emission_factor(published(), "evergreen", rubber, PostStock::post_stock).refusal().reason,
              "no carbon factor for 'rubber' in carbon.csv");
    EXPECT_EQ(emission_factor(published(), "evergreen", bamboo, PostStock::zero).refusal().reason,
              "no carbon factor for 'bamboo' in carbon.csv");
}

}  // namespace
}  // namespace reddline::accounting
