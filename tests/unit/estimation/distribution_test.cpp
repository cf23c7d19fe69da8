#include "estimation/distribution.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <optional>
#include <set>
#include <vector>

#include "support/thrown_error.hpp"
#include "unit/estimation/rules.hpp"

namespace reddline::estimation {
namespace {

using testing::HasSubstr;
using tests::error_line;
using tests::rule_of;

constexpr double relative =
    1e-10;  // The library's quantiles are good to a few last bits; R's are printed to 15 digits.

void expect_quantiles(const Distribution& distribution, double q05, double median, double q95) {
    EXPECT_NEAR(distribution.at(0.05), q05, relative * q05);
    EXPECT_NEAR(distribution.at(0.5), median, relative * median);
    EXPECT_NEAR(distribution.at(0.95), q95, relative * q95);
}

/// Mean and standard deviation by the middle values of many slices of equal probability.
std::pair<double, double> integrated(const Distribution& distribution) {
    constexpr int slices = 200'000;
    double sum = 0.0;
    double squares = 0.0;
    for (int slice = 0; slice < slices; ++slice) {
        const double value = distribution.at((slice + 0.5) / slices);
        sum += value;
        squares += value * value;
    }
    const double mean = sum / slices;
    return {mean, std::sqrt(squares / slices - mean * mean)};
}

void expect_moments_of_its_quantiles(const Distribution& distribution) {
    const auto [mean, deviation] = integrated(distribution);
    // Slices miss the outermost tail: about one part in ten thousand of a standard deviation.
    EXPECT_NEAR(distribution.mean(), mean, 2e-4 * deviation);
    EXPECT_NEAR(distribution.standard_deviation(), deviation, 2e-4 * deviation);
}

// All expected quantiles are those of R 4.2: qnorm, qlnorm, qbeta, and qnorm between the shares of the bounds.
TEST(Distribution, NormalHasTheQuantilesOfR) {
    const Distribution normal(rule_of(DistributionFamily::normal), 163.8, 7.8);

    expect_quantiles(normal, 150.970141709779, 163.8, 176.629858290221);
    EXPECT_EQ(normal.at_deviate(2.0), 163.8 + 2.0 * 7.8);
}

TEST(Distribution, LogNormalTakesMeanAndStandardErrorOfTheValueItself) {
    const Distribution log_normal(rule_of(DistributionFamily::log_normal), 163.8, 40.0);

    expect_quantiles(log_normal, 107.105376155169, 159.124116125635, 236.407221016446);
    expect_moments_of_its_quantiles(log_normal);
}

TEST(Distribution, BetaTakesMeanAndStandardErrorBetweenItsBounds) {
    InputRule rule = rule_of(DistributionFamily::beta);
    rule.lower = 20.0;
    rule.upper = 120.0;
    const Distribution beta(rule, 56.2, 6.7);

    expect_quantiles(beta, 45.4882176590245, 56.0162773167636, 67.5401346596911);
    EXPECT_NEAR(beta.at_deviate(-1.64485362695147), 45.4882176590245, 1e-8);
}

TEST(Distribution, TruncationAtZeroMovesTheMeanUpwards) {
    const Distribution truncated(rule_of(DistributionFamily::truncated_normal), 10.0, 8.0);

    expect_quantiles(truncated, 1.72112466874418, 11.0624134334119, 23.5870841848318);
    EXPECT_NEAR(truncated.mean(), 11.6338036711894, 1e-10);
    EXPECT_NEAR(truncated.standard_deviation(), 6.70765598790769, 1e-10);
}

TEST(Distribution, TruncationTakesBothBounds) {
    InputRule rule = rule_of(DistributionFamily::truncated_normal);
    rule.lower = 0.0;
    rule.upper = 15.0;
    const Distribution truncated(rule, 10.0, 8.0);

    expect_quantiles(truncated, 1.25130151531769, 8.38141624812458, 14.2550582751771);
    EXPECT_NEAR(truncated.mean(), 8.14742128206501, 1e-10);
    EXPECT_NEAR(truncated.standard_deviation(), 4.05268006051954, 1e-9);
}

TEST(Distribution, TriangularHasItsBoundsAndItsMode) {
    InputRule rule = rule_of(DistributionFamily::triangular);
    rule.lower = 1.0;
    rule.mode = 2.0;
    rule.upper = 5.0;
    const Distribution triangular(rule, 2.0, 0.0);

    // By hand: F(x) = (x - 1)^2/4 up to 2 and 1 - (5 - x)^2/12 above; mean 8/3, variance (1 + 4 + 25 - 2 - 5 - 10)/18.
    expect_quantiles(triangular, 1.0 + std::sqrt(0.2), 5.0 - std::sqrt(6.0), 5.0 - std::sqrt(0.6));
    EXPECT_DOUBLE_EQ(triangular.mean(), 8.0 / 3.0);
    EXPECT_DOUBLE_EQ(triangular.standard_deviation(), std::sqrt(13.0 / 18.0));
}

TEST(Distribution, TriangularWithoutAModeHasItsMeanAtTheValue) {
    InputRule rule = rule_of(DistributionFamily::triangular);
    rule.lower = 1.0;
    rule.upper = 5.0;

    EXPECT_DOUBLE_EQ(Distribution(rule, 2.5, 0.0).mean(), 2.5);  // the mode is 7.5 - 6 = 1.5
    EXPECT_THAT(
        error_line([&] { return Distribution(rule, 1.5, 0.0); }),
        HasSubstr("inputs.csv:2: expected bounds whose mode 3 x value - lower - upper lies between them for the "
                  "triangular input 'evergreen/total', found -1.5 for 1 to 5"));
}

TEST(Distribution, BootstrapResamplesItsPlots) {
    InputRule rule = rule_of(DistributionFamily::bootstrap);
    rule.plots = {100.0, 200.0};
    const Distribution bootstrap(rule, 150.0, 0.0);

    // The mean of two draws of two plots is 100, 150, 150 or 200: standard deviation 50/sqrt(2).
    EXPECT_EQ(bootstrap.mean(), 150.0);
    EXPECT_DOUBLE_EQ(bootstrap.standard_deviation(), 50.0 / std::sqrt(2.0));
    std::set<double> values;
    for (std::uint64_t seed = 0; seed < 100; ++seed)
        values.insert(bootstrap.resampled(seed));
    EXPECT_THAT(values, testing::ElementsAre(100.0, 150.0, 200.0));
}

TEST(Distribution, RefusesWhatAFamilyCannotBe) {
    EXPECT_THAT(error_line([] { return Distribution(rule_of(DistributionFamily::normal), 10.0, 0.0); }),
                HasSubstr("expected a standard error above 0"));
    EXPECT_THAT(error_line([] { return Distribution(rule_of(DistributionFamily::log_normal), 0.0, 1.0); }),
                HasSubstr("expected a value above 0"));
    InputRule beta = rule_of(DistributionFamily::beta);
    EXPECT_THAT(error_line([&] { return Distribution(beta, 0.5, 0.1); }), HasSubstr("expected lower and upper"));
    beta.lower = 0.0;
    beta.upper = 1.0;
    EXPECT_THAT(error_line([&] { return Distribution(beta, 0.5, 0.5); }),
                HasSubstr("expected a standard error below 0.5 for the beta input 'evergreen/total', found 0.5"));
    EXPECT_THAT(error_line([&] { return Distribution(beta, 1.0, 0.1); }), HasSubstr("a value between the bounds"));
    EXPECT_THAT(error_line([] { return Distribution(rule_of(DistributionFamily::truncated_normal), -50.0, 5.0); }),
                HasSubstr("bounds between which the normal distribution lies"));
    InputRule bootstrap = rule_of(DistributionFamily::bootstrap);
    EXPECT_THAT(error_line([&] { return Distribution(bootstrap, 1.0, 0.0); }), HasSubstr("at least two plots"));
    bootstrap.plots = {1.0, 2.0};
    EXPECT_THAT(error_line([&] { return Distribution(bootstrap, 2.0, 0.0); }),
                HasSubstr("expected plots whose mean is its value 2"));
}

TEST(NormalDeviate, IsTheInverseOfTheShareFarIntoTheTails) {
    EXPECT_NEAR(normal_deviate(0.05), -1.64485362695147, 1e-13);
    EXPECT_NEAR(normal_deviate(1e-9), -5.99780701500769, 1e-12);
    EXPECT_NEAR(normal_share(-3.0), 0.00134989803163009, 1e-16);
    EXPECT_NEAR(normal_share(0.5), 0.691462461274013, 1e-14);
}

}  // namespace
}  // namespace reddline::estimation
