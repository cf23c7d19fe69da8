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

// 100 ha with 10 points: 4 are y, 2 are x. 50 ha with 5 of 50 pixels drawn: 1 is y, 2 are x. No point is both.
std::vector<ScoredStratum> two_classes() {
    return {{100.0, std::nullopt, {{1, 0, 4}, {0, 1, 2}, {0, 0, 4}}}, {50.0, 50, {{1, 0, 1}, {0, 1, 2}, {0, 0, 2}}}};
}

TEST(StratifiedCovariance, IsThatOfClassesThatExcludeEachOther) {
    // s_xy = - n p q / (n - 1) in each stratum.
    EXPECT_DOUBLE_EQ(stratified_covariance(two_classes()),
                     -100 * 100 * 0.4 * 0.2 / 9 - 50 * 50 * (1 - 5.0 / 50) * 0.2 * 0.4 / 4);
}

TEST(StratifiedCovariance, IsThatOfTheWorkedExample) {
    // docs/equations.md, Eq. 8: 1 and 3 of 4 points are y, 2 and 1 of 4 are x.
    const std::vector<ScoredStratum> strata{{60.0, std::nullopt, {{1, 0, 1}, {0, 1, 2}, {0, 0, 1}}},
                                            {40.0, std::nullopt, {{1, 0, 3}, {0, 1, 1}}}};

    EXPECT_DOUBLE_EQ(stratified_covariance(strata), -250.0);
}

TEST(StratifiedCovariance, IsWhatTheVarianceOfASumHasBeyondThoseOfItsParts) {
    const auto variance_of = [](double y, double x) {
        auto strata = two_classes();
        for (ScoredStratum& stratum : strata) {
            for (Score& score : stratum.scores)
                score.y = y * score.y + x * score.x;
        }
        const double error = *stratified_total(strata).standard_error;
        return error * error;
    };

    EXPECT_NEAR(2 * stratified_covariance(two_classes()), variance_of(1, 1) - variance_of(1, 0) - variance_of(0, 1),
                1e-9);
}

TEST(StratifiedCovariance, OfATotalWithItselfIsItsVariance) {
    auto strata = two_classes();
    for (ScoredStratum& stratum : strata) {
        for (Score& score : stratum.scores)
            score.x = score.y;
    }

    EXPECT_EQ(std::sqrt(stratified_covariance(strata)), *stratified_total(strata).standard_error);
}

TEST(StratifiedCovariance, HasNoPartOfStrataThatWereDrawnAsAWholeOrHaveNoSizeOrASinglePoint) {
    auto strata = two_classes();
    strata.push_back({70.0, 2, {{1, 0, 1}, {0, 1, 1}}});
    strata.push_back({0.0, std::nullopt, {{1, 0, 1}, {0, 1, 1}}});
    strata.push_back({70.0, std::nullopt, {{1, 0, 1}}});

    EXPECT_EQ(stratified_covariance(strata), stratified_covariance(two_classes()));
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
