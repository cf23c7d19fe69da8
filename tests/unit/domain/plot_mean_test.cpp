#include "domain/plot_mean.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace reddline {
namespace {

PlotDensity plot(std::string name, double weight, double density_tC_per_ha) {
    return {std::move(name), weight, TonnesCPerHa::of(density_tC_per_ha)};
}

// 100, 140 and 120: mean 120, squared deviations 400, 400 and 0, so s = sqrt(800 / 2) = 20 and SE = 20 / sqrt(3).
TEST(PlotMean, IsTheMeanWithItsStandardError) {
    const std::vector<PlotDensity> plots{plot("1", 1.0, 100.0), plot("2", 1.0, 140.0), plot("3", 1.0, 120.0)};
    EXPECT_DOUBLE_EQ(mean_of(plots).value(), 120.0);
    EXPECT_DOUBLE_EQ(standard_error_of(plots)->value(), 20.0 / std::sqrt(3.0));
}

// Weights 1, 1 and 2: mean (100 + 140 + 240) / 4 = 120; weighted deviations -20, 20 and 0; sqrt(3 / 2 x 800) / 4 = 8.66.
TEST(PlotMean, WeighsThePlots) {
    const std::vector<PlotDensity> plots{plot("1", 1.0, 100.0), plot("2", 1.0, 140.0), plot("3", 2.0, 120.0)};
    EXPECT_DOUBLE_EQ(mean_of(plots).value(), 120.0);
    EXPECT_DOUBLE_EQ(standard_error_of(plots)->value(), std::sqrt(1200.0) / 4.0);
}

TEST(PlotMean, DoesNotChangeWhereAllWeightsDo) {
    const std::vector<PlotDensity> plots{plot("1", 7.0, 100.0), plot("2", 7.0, 140.0), plot("3", 7.0, 120.0)};
    EXPECT_DOUBLE_EQ(mean_of(plots).value(), 120.0);
    EXPECT_DOUBLE_EQ(standard_error_of(plots)->value(), 20.0 / std::sqrt(3.0));
}

TEST(PlotMean, HasNoStandardErrorWithASinglePlot) {
    const std::vector<PlotDensity> plots{plot("1", 1.0, 100.0)};
    EXPECT_DOUBLE_EQ(mean_of(plots).value(), 100.0);
    EXPECT_EQ(standard_error_of(plots), std::nullopt);
}

TEST(PlotMean, HasAStandardErrorOfZeroWhereAllPlotsAreTheSame) {
    const std::vector<PlotDensity> plots{plot("1", 1.0, 100.0), plot("2", 1.0, 100.0)};
    EXPECT_EQ(standard_error_of(plots), TonnesCPerHa::of(0.0));
}

TEST(SharedPlots, TellsAllFromSomeAndNone) {
    const std::vector<PlotDensity> two{plot("a", 1.0, 1.0), plot("b", 1.0, 2.0)};
    EXPECT_EQ(shared_plots(two, {plot("a", 1.0, 5.0), plot("b", 1.0, 6.0)}), SharedPlots::all);
    EXPECT_EQ(shared_plots(two, {plot("a", 1.0, 5.0)}), SharedPlots::some);
    EXPECT_EQ(shared_plots({plot("a", 1.0, 5.0)}, two), SharedPlots::some);
    EXPECT_EQ(shared_plots(two, {plot("c", 1.0, 5.0), plot("d", 1.0, 6.0)}), SharedPlots::none);
}

}  // namespace
}  // namespace reddline
