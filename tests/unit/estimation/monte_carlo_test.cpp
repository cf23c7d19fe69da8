#include "estimation/monte_carlo.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <string>
#include <vector>

#include "estimation/draw_summary.hpp"
#include "support/thrown_error.hpp"
#include "unit/estimation/rules.hpp"

namespace reddline::estimation {
namespace {

using testing::HasSubstr;
using tests::correlated;
using tests::error_line;
using tests::rule_of;

constexpr std::size_t draws = 100'000;
constexpr double errors = 4.0;  // A right sampler leaves four standard errors of its own once in 16,000 comparisons.

CreditInput input_of(const InputRule& rule, double value, double standard_error) {
    return {rule.input,
            "carbon.csv",
            "evergreen",
            "tC/ha",
            value,
            standard_error,
            Distribution(rule, value, standard_error)};
}

CreditInput normal_input(const std::string& name, double value, double standard_error) {
    return input_of(rule_of(DistributionFamily::normal, name), value, standard_error);
}

std::vector<std::vector<double>> drawn_of(const std::vector<CreditInput>& inputs, const UncertaintyRules& rules = {},
                                          std::uint64_t seed = 1, std::size_t count = draws) {
    std::vector<std::string> names;
    for (const CreditInput& input : inputs)
        names.push_back(input.name);
    return drawn(inputs, Correlation(names, rules), seed, count);
}

double correlation_of(const std::vector<double>& one, const std::vector<double>& other) {
    const Moments first = moments_of(one);
    const Moments second = moments_of(other);
    double sum = 0.0;
    for (std::size_t i = 0; i < one.size(); ++i)
        sum += (one[i] - first.mean) * (other[i] - second.mean);
    return sum / (static_cast<double>(one.size() - 1) * first.standard_deviation * second.standard_deviation);
}

/// Mean, and standard deviation of a normal sample, within four of their standard errors.
void expect_moments(const std::vector<double>& column, double mean, double deviation, double kurtosis_term = 1.0) {
    const double count = static_cast<double>(column.size());
    const Moments moments = moments_of(column);
    EXPECT_NEAR(moments.mean, mean, errors * deviation / std::sqrt(count));
    EXPECT_NEAR(moments.standard_deviation, deviation, errors * kurtosis_term * deviation / std::sqrt(2.0 * count));
}

TEST(Drawn, GivesMeanAndStandardDeviationOfEachFamily) {
    InputRule beta = rule_of(DistributionFamily::beta);
    beta.lower = 20.0;
    beta.upper = 120.0;
    InputRule triangular = rule_of(DistributionFamily::triangular);
    triangular.lower = 1.0;
    triangular.mode = 2.0;
    triangular.upper = 5.0;
    InputRule bootstrap = rule_of(DistributionFamily::bootstrap);
    bootstrap.plots = {90.0, 110.0, 150.0, 250.0};

    expect_moments(drawn_of({normal_input("a", 163.8, 7.8)})[0], 163.8, 7.8);
    // The standard deviation of a skewed sample errs by more: kurtosis 4.1 gives 1.3 times as much.
    expect_moments(drawn_of({input_of(rule_of(DistributionFamily::log_normal), 163.8, 40.0)})[0], 163.8, 40.0, 1.4);
    expect_moments(drawn_of({input_of(beta, 56.2, 6.7)})[0], 56.2, 6.7);
    expect_moments(drawn_of({input_of(triangular, 2.0, 0.0)})[0], 8.0 / 3.0, std::sqrt(13.0 / 18.0));
    // Plots with the mean 150 and the sum of squares 60^2 + 40^2 + 100^2: sqrt(15,200)/4.
    expect_moments(drawn_of({input_of(bootstrap, 150.0, 0.0)})[0], 150.0, std::sqrt(15'200.0) / 4.0);
}

TEST(Drawn, ReproducesCorrelationsAndLeavesTheMargins) {
    const std::vector<CreditInput> inputs{normal_input("a", 100.0, 10.0), normal_input("b", 50.0, 5.0),
                                          normal_input("c", 10.0, 1.0)};
    const auto columns = drawn_of(inputs, correlated({{"a", "b", 0.6, ""}}));

    // The standard error of a correlation r is (1 - r^2)/sqrt(n).
    EXPECT_NEAR(correlation_of(columns[0], columns[1]), 0.6, errors * 0.64 / std::sqrt(double{draws}));
    EXPECT_NEAR(correlation_of(columns[0], columns[2]), 0.0, errors / std::sqrt(double{draws}));
    expect_moments(columns[0], 100.0, 10.0);
    expect_moments(columns[1], 50.0, 5.0);
}

TEST(Drawn, MovesFullyCorrelatedInputsTogether) {
    const auto columns = drawn_of({normal_input("a", 100.0, 10.0), normal_input("b", 50.0, 5.0)},
                                  correlated({{"a", "b", 1.0, ""}}), 1, 100);

    for (std::size_t i = 0; i < 100; ++i)
        EXPECT_NEAR((columns[0][i] - 100.0) / 10.0, (columns[1][i] - 50.0) / 5.0, 1e-12);
}

TEST(Drawn, DependsOnSeedIterationAndVariableAlone) {
    const CreditInput input = normal_input("a", 100.0, 10.0);
    const std::vector<double> column = drawn_of({input}, {}, 1, 1000)[0];

    EXPECT_EQ(drawn_of({input}, {}, 1, 1000)[0], column);
    EXPECT_NE(drawn_of({input}, {}, 2, 1000)[0], column);
    // Neither fewer draws nor another input before it changes a draw.
    const std::vector<double> fewer = drawn_of({normal_input("z", 1.0, 1.0), input}, {}, 1, 10)[1];
    EXPECT_TRUE(std::equal(fewer.begin(), fewer.end(), column.begin()));
}

TEST(Drawn, RefusesACorrelatedBootstrap) {
    InputRule bootstrap = rule_of(DistributionFamily::bootstrap, "a");
    bootstrap.plots = {1.0, 2.0};
    const std::vector<CreditInput> inputs{input_of(bootstrap, 1.5, 0.0), normal_input("b", 1.0, 1.0)};

    EXPECT_THAT(error_line([&] {
                    return drawn_of(inputs, correlated({{"a", "b", 0.5, ""}}), 1, 10);
                }),
                HasSubstr("expected no correlation of a bootstrap, which has no formula, found one of 'a'"));
}

TEST(VariablesOf, FollowFromTheNamesAndNeverCollide) {
    const std::vector<std::string> names{"a", "foobar", "a"};
    const auto variables = variables_of(names);

    // The published values of FNV-1a of 32 bits.
    EXPECT_THAT(variables, testing::ElementsAre(0xe40c292cU, 0xbf9cf968U, 0xe40c292dU));
}

}  // namespace
}  // namespace reddline::estimation
