#include "estimation/several_targets.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace reddline::estimation {
namespace {

using testing::ElementsAre;

std::int64_t sum_of(const Points& points) {
    return std::accumulate(points.begin(), points.end(), std::int64_t{0});
}

bool meets(const std::vector<VarianceBound>& bounds, const std::vector<std::int64_t>& points) {
    return std::ranges::all_of(bounds, [&](const VarianceBound& one) {
        double sum = 0.0;
        for (std::size_t i = 0; i < points.size(); ++i)
            sum += one.parts[i] / static_cast<double>(points[i]);
        return sum <= one.bound;
    });
}

/// The fewest points that meet the bounds, by trying all triples up to the limits.
std::int64_t fewest_by_trying(const std::vector<VarianceBound>& bounds, const std::vector<PointLimits>& limits) {
    std::int64_t fewest = 1'000'000;
    for (std::int64_t a = limits[0].least; a <= limits[0].most; ++a) {
        for (std::int64_t b = limits[1].least; b <= limits[1].most; ++b) {
            for (std::int64_t c = limits[2].least; c <= limits[2].most && a + b + c < fewest; ++c) {
                if (meets(bounds, {a, b, c})) fewest = a + b + c;
            }
        }
    }
    return fewest;
}

/// Points below which no real numbers of at least `least` meet the bounds: the dual of the problem, whatever the multipliers,
/// which plain steps uphill make large.
double fewest_by_duality(const std::vector<VarianceBound>& bounds, double least) {
    std::vector<double> multipliers(bounds.size(), 1.0);
    double most = 0.0;
    for (int step = 0; step < 20'000; ++step) {
        double value = 0.0;
        std::vector<double> excess(bounds.size());
        for (std::size_t j = 0; j < bounds.size(); ++j)
            excess[j] = -bounds[j].bound;
        for (std::size_t i = 0; i < bounds.front().parts.size(); ++i) {
            double weighed = 0.0;
            for (std::size_t j = 0; j < bounds.size(); ++j)
                weighed += multipliers[j] * bounds[j].parts[i];
            const double points = std::max(least, std::sqrt(weighed));
            value += points;
            for (std::size_t j = 0; j < bounds.size(); ++j)
                excess[j] += bounds[j].parts[i] / points;
        }
        for (std::size_t j = 0; j < bounds.size(); ++j) {
            value += multipliers[j] * excess[j];
            multipliers[j] *= 1.0 + excess[j] / bounds[j].bound;  // the variance over its bound
        }
        most = std::max(most, value);
    }
    return most;
}

TEST(JointAllocation, OfOneTargetIsNeymans) {
    // Parts .09 and .04: W S .3 and .2; bound .005: n = .5^2 / .005 = 50, shared 30 and 20.
    const std::vector<VarianceBound> bounds{{{0.09, 0.04}, 0.005}};
    EXPECT_THAT(allocated_jointly(bounds, std::vector<PointLimits>(2, {1, 1000})), ElementsAre(30, 20));
}

TEST(JointAllocation, OfTargetsThatShareNoStratumIsEachOnItsOwn) {
    // 1 / n <= 1/20 in the first stratum, 4 / n <= 1/10 in the second.
    const std::vector<VarianceBound> bounds{{{1.0, 0.0}, 0.05}, {{0.0, 4.0}, 0.1}};
    EXPECT_THAT(allocated_jointly(bounds, std::vector<PointLimits>(2, {1, 1000})), ElementsAre(20, 40));
}

TEST(JointAllocation, LeavesATargetThatOthersMeetOutOfAccount) {
    const std::vector<VarianceBound> bounds{{{0.09, 0.04}, 0.005}, {{0.09, 0.04}, 1.0}};
    EXPECT_THAT(allocated_jointly(bounds, std::vector<PointLimits>(2, {1, 1000})), ElementsAre(30, 20));
}

TEST(JointAllocation, HasTheFewestPointsOfAllWholeNumbers) {
    std::mt19937 random(2);
    std::uniform_real_distribution<double> part(0.0, 1.0);
    std::uniform_real_distribution<double> bound(0.08, 0.4);
    std::uniform_int_distribution<std::int64_t> most(12, 40);
    int cases = 0;
    for (int i = 0; i < 300; ++i) {
        const std::vector<PointLimits> limits{{2, most(random)}, {2, most(random)}, {2, most(random)}};
        std::vector<VarianceBound> bounds;
        for (int j = 0; j < 1 + i % 3; ++j)
            bounds.push_back({{part(random), part(random), part(random)}, bound(random)});
        const std::int64_t fewest = fewest_by_trying(bounds, limits);
        if (fewest == 1'000'000) continue;  // the limits do not allow it
        ++cases;
        const Points points = allocated_jointly(bounds, limits);

        EXPECT_TRUE(meets(bounds, points));
        EXPECT_EQ(sum_of(points), fewest) << "case " << i;
    }
    EXPECT_GT(cases, 150);
}

TEST(JointAllocation, ComesNearItsBoundWithManyStrata) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> part(0.0, 1.0);
    const std::size_t strata = 30;
    std::vector<VarianceBound> bounds;
    for (int j = 0; j < 4; ++j) {
        VarianceBound one{{}, 0.001 * (j + 1)};
        for (std::size_t i = 0; i < strata; ++i)
            one.parts.push_back(part(random) * part(random) / 100.0);
        bounds.push_back(one);
    }
    const Points points = allocated_jointly(bounds, std::vector<PointLimits>(strata, {2, 100'000}));

    EXPECT_TRUE(meets(bounds, points));
    EXPECT_LE(static_cast<double>(sum_of(points)), std::ceil(fewest_by_duality(bounds, 2.0)) + 1.0);
}

TEST(JointAllocation, TakesEverythingWhereNothingIsEnough) {
    const std::vector<VarianceBound> bounds{{{1.0, 1.0}, 0.001}};

    EXPECT_THAT(allocated_jointly(bounds, std::vector<PointLimits>(2, {1, 5})), ElementsAre(5, 5));
}

}  // namespace
}  // namespace reddline::estimation
