#include "estimation/plot_correlations.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace reddline::estimation {
namespace {

CarbonTable measured_factors() {
    const auto plots = [](double a, double b, double c) {
        return std::vector<PlotDensity>{
            {"1", 1.0, TonnesCPerHa::of(a)}, {"2", 1.0, TonnesCPerHa::of(b)}, {"3", 1.0, TonnesCPerHa::of(c)}};
    };
    CarbonTable factors{.name = "plots.csv", .stocks = {}};
    factors.stocks["evergreen"].add(
        {"above_ground", TonnesCPerHa::of(120.0), TonnesCPerHa::of(11.5), "an inventory", plots(100.0, 140.0, 120.0)});
    factors.stocks["evergreen"].add(
        {"below_ground", TonnesCPerHa::of(25.0), TonnesCPerHa::of(2.9), "an inventory", plots(20.0, 25.0, 30.0)});
    return factors;
}

TEST(PlotCorrelations, NameThePoolsOfTheStratum) {
    const UncertaintyRules rules = with_plot_correlations({}, measured_factors());
    ASSERT_EQ(rules.correlations.size(), 1U);
    EXPECT_EQ(rules.correlations[0].one, "evergreen/above_ground");
    EXPECT_EQ(rules.correlations[0].other, "evergreen/below_ground");
    EXPECT_NEAR(rules.correlations[0].coefficient, 0.5, 1e-12);
    EXPECT_EQ(rules.correlations[0].place, "plots");
}

TEST(PlotCorrelations, LeaveWhatARuleSays) {
    UncertaintyRules rules;
    rules.correlations = {{"evergreen/below_ground", "evergreen/above_ground", 0.9, "correlation.csv:2"}};
    const UncertaintyRules together = with_plot_correlations(rules, measured_factors());
    ASSERT_EQ(together.correlations.size(), 1U);
    EXPECT_EQ(together.correlations[0].coefficient, 0.9);
}

}  // namespace
}  // namespace reddline::estimation
