#include "estimation/sample_size.hpp"

#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <vector>

namespace reddline::estimation {
namespace {

constexpr std::int64_t very_many = 1'000'000'000'000'000;  // so that the finite population does not show

/// The strata of the worked example of good practice (Olofsson et al. 2014): W .02 .015 .32 .645, U .7 .6 .9 .95.
std::vector<StratumSpread> worked_example() {
    std::vector<StratumSpread> strata;
    const std::array<double, 4> weights{0.02, 0.015, 0.32, 0.645};
    const std::array<double, 4> accuracies{0.7, 0.6, 0.9, 0.95};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        strata.push_back(
            {weights[i], deviation_of(accuracies[i]), std::llround(weights[i] * static_cast<double>(very_many))});
    }
    return strata;
}

TEST(SampleSize, IsThatOfThePublishedExample) {
    const double points = points_needed(worked_example(), 0.01);

    EXPECT_NEAR(points, 640.54, 0.005);  // as it is printed
    EXPECT_EQ(std::ceil(points), 641.0);
}

TEST(SampleSize, IsSmallerWherePixelsAreFew) {
    // One stratum of 1,000 pixels, p = 1/2, S^2 = 1/4: 0.25 / (0.05^2 + 0.25 / 1000); of very many pixels 0.25 / 0.05^2.
    EXPECT_DOUBLE_EQ(points_needed(std::vector<StratumSpread>{{1.0, deviation_of(0.5), 1000}}, 0.05), 0.25 / 0.00275);
    EXPECT_NEAR(points_needed(std::vector<StratumSpread>{{1.0, deviation_of(0.5), very_many}}, 0.05), 100.0, 1e-9);
}

TEST(SampleSize, GivesTheErrorThatWasAskedFor) {
    // n_h proportional to W S, and n from Eq. 9, give S_target back; whole numbers near it give nearly that.
    const std::vector<StratumSpread> strata = worked_example();
    const double points = points_needed(strata, 0.01);
    double sum = 0.0;
    for (const StratumSpread& one : strata)
        sum += one.weight * one.deviation;
    std::vector<std::int64_t> shared;
    for (const StratumSpread& one : strata)
        shared.push_back(std::llround(points * one.weight * one.deviation / sum));

    EXPECT_NEAR(standard_error_of(strata, shared), 0.01, 1e-5);  // rounding moves each stratum by less than one point
}

TEST(SampleSize, HasNoErrorLeftWhereEveryPixelIsSeen) {
    const std::vector<StratumSpread> strata{{0.5, 0.5, 10}, {0.5, 0.4, 20}};

    EXPECT_EQ(standard_error_of(strata, std::vector<std::int64_t>{10, 20}), 0.0);
}

}  // namespace
}  // namespace reddline::estimation
