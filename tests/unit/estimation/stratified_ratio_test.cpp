#include "estimation/stratified_ratio.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace reddline::estimation {
namespace {

// Two strata of 60 and 40 ha; 1 of 4 and 3 of 4 points score. s^2 = 4/3 p (1 - p) = 0.25 in both.
std::vector<ScoredStratum> two_strata() {
    return {{60.0, std::nullopt, {{1, 1, 1}, {0, 1, 3}}}, {40.0, std::nullopt, {{1, 1, 3}, {0, 1, 1}}}};
}

TEST(StratifiedTotal, WeighsMeansBySizeAndHasTheErrorWorkedByHand) {
    const Estimate total = stratified_total(two_strata());

    EXPECT_DOUBLE_EQ(*total.value, 60 * 0.25 + 40 * 0.75);
    EXPECT_DOUBLE_EQ(*total.standard_error, std::sqrt((3600 + 1600) * 0.25 / 4));
    EXPECT_EQ(total.gap, EstimateGap::none);
}

TEST(StratifiedTotal, ShrinksTheErrorByTheShareThatWasNotDrawn) {
    auto strata = two_strata();
    strata[0].units = 8;
    strata[1].units = 16;

    EXPECT_DOUBLE_EQ(*stratified_total(strata).standard_error,
                     std::sqrt(3600 * 0.5 * 0.25 / 4 + 1600 * 0.75 * 0.25 / 4));
}

TEST(StratifiedTotal, HasNoErrorWhereAStratumHasASinglePoint) {
    auto strata = two_strata();
    strata[1].scores = {{1, 1, 1}};
    const Estimate total = stratified_total(strata);

    EXPECT_DOUBLE_EQ(*total.value, 55);
    EXPECT_FALSE(total.standard_error);
    EXPECT_EQ(total.gap, EstimateGap::one_point);
}

TEST(StratifiedTotal, TakesAStratumThatWasDrawnAsAWholeAsCertain) {
    auto strata = two_strata();
    strata[1] = {40.0, 1, {{1, 1, 1}}};

    EXPECT_DOUBLE_EQ(*stratified_total(strata).standard_error, std::sqrt(3600 * 0.25 / 4));
}

TEST(StratifiedTotal, IsCertainWhereEveryStratumWasDrawnAsAWhole) {
    const std::vector<ScoredStratum> strata{{60.0, 4, {{1, 1, 1}, {0, 1, 3}}}};

    EXPECT_EQ(stratified_total(strata).standard_error, 0.0);
}

TEST(StratifiedTotal, SaysNothingWhereAStratumHasNoPoints) {
    auto strata = two_strata();
    strata[1].scores.clear();

    EXPECT_FALSE(stratified_total(strata).value);
    EXPECT_EQ(stratified_total(strata).gap, EstimateGap::empty_stratum);
    EXPECT_EQ(stratified_ratio(strata).gap, EstimateGap::empty_stratum);
}

TEST(StratifiedTotal, LeavesOutStrataOfNoSize) {
    auto strata = two_strata();
    strata.push_back({0.0, std::nullopt, {}});

    EXPECT_DOUBLE_EQ(*stratified_total(strata).value, 45);
    EXPECT_TRUE(stratified_total(strata).standard_error);
}

TEST(StratifiedTotal, HasNoErrorWhereAllPointsSayTheSame) {
    const std::vector<ScoredStratum> strata{{60.0, std::nullopt, {{0, 1, 5}}}};

    EXPECT_EQ(stratified_total(strata).value, 0.0);
    EXPECT_FALSE(stratified_total(strata).standard_error);
    EXPECT_EQ(stratified_total(strata).gap, EstimateGap::no_variation);
}

TEST(StratifiedRatio, IsTheErrorOfTheSecondStratumAloneWhereXIsNowhereElse) {
    // x only in the stratum of 40 ha: R = 3/4, V = R (1 - R) / (n - 1), as user's accuracy in Eq. 7.
    auto strata = two_strata();
    strata[0].scores = {{0, 0, 4}};
    const Estimate ratio = stratified_ratio(strata);

    EXPECT_DOUBLE_EQ(*ratio.value, 0.75);
    EXPECT_DOUBLE_EQ(*ratio.standard_error, std::sqrt(0.75 * 0.25 / 3));
}

TEST(StratifiedRatio, OfNothingIsUndefined) {
    const std::vector<ScoredStratum> strata{{60.0, std::nullopt, {{0, 0, 5}}}};

    EXPECT_FALSE(stratified_ratio(strata).value);
    EXPECT_EQ(stratified_ratio(strata).gap, EstimateGap::no_points);
}

}  // namespace
}  // namespace reddline::estimation
