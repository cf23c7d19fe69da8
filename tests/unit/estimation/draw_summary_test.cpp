#include "estimation/draw_summary.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace reddline::estimation {
namespace {

/// 0, 1, ... count - 1, shuffled by a step that shares no factor with the count.
std::vector<double> shuffled(std::size_t count, std::size_t step) {
    std::vector<double> draws(count);
    for (std::size_t i = 0; i < count; ++i)
        draws[i] = static_cast<double>(i * step % count);
    return draws;
}

TEST(Quantile, LiesOnTheLineBetweenTwoDraws) {
    std::vector<double> draws{40, 10, 30, 20};

    EXPECT_EQ(quantile(draws, 0.0), 10.0);
    EXPECT_EQ(quantile(draws, 0.5), 25.0);  // R: quantile(c(10,20,30,40), c(0.5, 0.9)) is 25 and 37
    EXPECT_DOUBLE_EQ(quantile(draws, 0.9), 37.0);
    EXPECT_EQ(quantile(draws, 1.0), 40.0);
}

TEST(QuantilesOf, GivesMedianAndBothEnds) {
    const DrawQuantiles quantiles = quantiles_of(shuffled(101, 7));

    EXPECT_EQ(quantiles.median.value(), 50.0);
    EXPECT_EQ(quantiles.q05.value(), 5.0);
    EXPECT_EQ(quantiles.q95.value(), 95.0);
}

TEST(HalfWidth, IsInPerCentOfTheMedianAndUndefinedWhereThatIsNotAboveZero) {
    const auto of = [](double median, double q05, double q95) {
        return half_width_pct({TonnesCO2e::of(median), TonnesCO2e::of(q05), TonnesCO2e::of(q95)}, TonnesCO2e::of(median));
    };
    EXPECT_EQ(of(50, 5, 95), 90.0);
    EXPECT_EQ(of(0, -5, 5), std::nullopt);
    EXPECT_EQ(of(-50, -95, -5), std::nullopt);
}

TEST(ConvergenceOf, TakesTheFirstTenthsOfTheDraws) {
    std::vector<double> draws(1000);
    std::iota(draws.begin(), draws.end(), 0.0);
    const auto steps = convergence_of(draws);

    ASSERT_EQ(steps.size(), 10U);
    EXPECT_EQ(steps[0].draws, 100U);
    EXPECT_EQ(steps[0].quantiles.median.value(), 49.5);
    EXPECT_EQ(steps[9].draws, 1000U);
    EXPECT_EQ(steps[9].quantiles.median.value(), 499.5);
}

TEST(MonteCarloError, IsTheSpreadOfTwentyBatchesByTheRootOfTwenty) {
    // Batches of one draw each, the numbers 0 to 19: their standard deviation is sqrt(35).
    const DrawQuantiles error = monte_carlo_error(shuffled(20, 7));

    EXPECT_DOUBLE_EQ(error.median.value(), std::sqrt(35.0 / 20.0));
    EXPECT_DOUBLE_EQ(error.q95.value(), std::sqrt(35.0 / 20.0));
}

}  // namespace
}  // namespace reddline::estimation
