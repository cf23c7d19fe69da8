#include "domain/pool_correlations.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace reddline {
namespace {

using Values = std::vector<std::pair<std::string, double>>;

PoolDensity measured(const std::string& name, const Values& values) {
    std::vector<PlotDensity> plots;
    for (const auto& [plot, value] : values)
        plots.push_back({plot, 1.0, TonnesCPerHa::of(value)});
    return {name, mean_of(plots), standard_error_of(plots), "an inventory", plots};
}

CarbonStock stock_of(const std::vector<PoolDensity>& pools) {
    CarbonStock stock;
    for (const PoolDensity& pool : pools)
        stock.add(pool);
    return stock;
}

/// The standard error of the sum of pools with these correlations.
double error_of_sum(const CarbonStock& stock) {
    double variance = 0.0;
    for (const PoolDensity& pool : stock.pools())
        variance += pool.standard_error->value() * pool.standard_error->value();
    for (const PoolCorrelation& pair : pool_correlations(stock)) {
        variance += 2.0 * pair.coefficient * stock.pools()[pair.one].standard_error->value() *
                    stock.pools()[pair.other].standard_error->value();
    }
    return std::sqrt(variance);
}

// Deviations -20, 20, 0 and -5, 0, 5: 100 / sqrt(800 x 50) = 0.5.
TEST(PoolCorrelations, AreThoseOfThePlots) {
    const CarbonStock stock = stock_of({measured("above_ground", {{"1", 100.0}, {"2", 140.0}, {"3", 120.0}}),
                                        measured("below_ground", {{"1", 20.0}, {"2", 25.0}, {"3", 30.0}})});
    const auto pairs = pool_correlations(stock);
    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_EQ(pairs[0].one, 0U);
    EXPECT_EQ(pairs[0].other, 1U);
    EXPECT_NEAR(pairs[0].coefficient, 0.5, 1e-12);
    // Totals 120, 165 and 150: mean 145, deviations -25, 20 and 5.
    EXPECT_NEAR(error_of_sum(stock), std::sqrt(1050.0 / 2.0 / 3.0), 1e-12);
}

TEST(PoolCorrelations, AreNoneBetweenPoolsOfOtherPlotsOrWithout) {
    PoolDensity litter{"litter", TonnesCPerHa::of(3.0), TonnesCPerHa::of(1.0), "a paper"};
    const CarbonStock stock = stock_of(
        {measured("above_ground", {{"1", 100.0}, {"2", 140.0}}), measured("soil", {{"3", 40.0}, {"4", 50.0}}), litter});
    EXPECT_TRUE(pool_correlations(stock).empty());
}

TEST(PoolCorrelations, MakeTheSumsOfPoolsThatShareSomePlotsErrAsOne) {
    const CarbonStock stock = stock_of({measured("above_ground", {{"1", 100.0}, {"2", 140.0}, {"3", 120.0}}),
                                        measured("below_ground", {{"1", 20.0}, {"2", 25.0}, {"3", 30.0}}),
                                        measured("soil", {{"3", 40.0}, {"4", 50.0}})});
    const double sum_of_errors = std::sqrt(1050.0 / 2.0 / 3.0) + 5.0;
    EXPECT_NEAR(error_of_sum(stock), sum_of_errors, 1e-12);
    EXPECT_NEAR(stock.standard_error()->value(), sum_of_errors, 1e-12);
}

TEST(PoolCorrelations, ReachPoolsThatShareNoPlotThroughAThird) {
    const CarbonStock stock =
        stock_of({measured("above_ground", {{"1", 100.0}, {"2", 140.0}}),
                  measured("dead_wood", {{"2", 6.0}, {"3", 10.0}}), measured("soil", {{"3", 40.0}, {"4", 50.0}})});
    EXPECT_EQ(pool_correlations(stock).size(), 3U);
    EXPECT_NEAR(error_of_sum(stock), 20.0 + 2.0 + 5.0, 1e-12);
    EXPECT_NEAR(stock.standard_error()->value(), 27.0, 1e-12);
}

}  // namespace
}  // namespace reddline
