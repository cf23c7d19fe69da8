#include "estimation/allocation.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace reddline::estimation {
namespace {

using testing::ElementsAre;

const std::vector<PointLimits> wide(3, {1, 1000});

TEST(Allocation, IsNeymansInAHandWorkedCase) {
    // W .6, .4 and p .5, .2: W S = .6 x .5 = .30 and .4 x .4 = .16; of 46 points 30 and 16.
    const std::vector<double> weights{0.30, 0.16};
    const std::vector<PointLimits> limits(2, {2, 1000});

    EXPECT_THAT(allocated(weights, limits, 46), ElementsAre(30, 16));
}

TEST(Allocation, IsEqualForEqualWeightsAndTheFirstStratumComesFirst) {
    EXPECT_THAT(allocated(std::vector{1.0, 1.0, 1.0}, wide, 11), ElementsAre(4, 4, 3));
}

TEST(Allocation, IsProportionalToWeights) {
    EXPECT_THAT(allocated(std::vector{0.2, 0.3, 0.5}, wide, 100), ElementsAre(20, 30, 50));
}

TEST(Allocation, KeepsFloorsAndSharesTheRestByTheRule) {
    // Floor 50: the small stratum has it; 250 are left for .4 and .6.
    const std::vector<PointLimits> limits(3, {50, 1000});

    EXPECT_THAT(allocated(std::vector{0.01, 0.396, 0.594}, limits, 300), ElementsAre(50, 100, 150));
}

TEST(Allocation, TakesNoMorePointsThanThereArePixels) {
    const std::vector<PointLimits> limits{{1, 1000}, {1, 7}, {1, 1000}};

    EXPECT_THAT(allocated(std::vector{1.0, 1.0, 1.0}, limits, 107), ElementsAre(50, 7, 50));
}

/// The smallest variance of all whole numbers with this sum, by trying each.
double least_variance(const std::vector<double>& weights, const std::vector<PointLimits>& limits, std::int64_t points) {
    double least = 1e300;
    for (std::int64_t a = limits[0].least; a <= limits[0].most; ++a) {
        for (std::int64_t b = limits[1].least; b <= limits[1].most; ++b) {
            const std::int64_t c = points - a - b;
            if (c < limits[2].least || c > limits[2].most) continue;
            least = std::min(least, weights[0] * weights[0] / static_cast<double>(a) +
                                        weights[1] * weights[1] / static_cast<double>(b) +
                                        weights[2] * weights[2] / static_cast<double>(c));
        }
    }
    return least;
}

TEST(Allocation, HasTheSmallestVarianceOfAllWholeNumbers) {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> weight(0.01, 1.0);
    std::uniform_int_distribution<std::int64_t> most(5, 20);
    for (int i = 0; i < 200; ++i) {
        const std::vector<double> weights{weight(random), weight(random), weight(random)};
        const std::vector<PointLimits> limits{{2, most(random)}, {2, most(random)}, {2, most(random)}};
        const Points points = allocated(weights, limits, 15);
        double variance = 0.0;
        for (std::size_t j = 0; j < points.size(); ++j)
            variance += weights[j] * weights[j] / static_cast<double>(points[j]);

        EXPECT_NEAR(variance, least_variance(weights, limits, 15), 1e-12);  // the sum of three terms is rounded
    }
}

TEST(SmallestAllocation, IsTheFirstThatIsEnough) {
    // Enough once the third stratum has 10: with weights .2, .3, .5 that is a total of 20 (4, 6, 10).
    const Points points =
        smallest_allocated(std::vector{0.2, 0.3, 0.5}, wide, [](const Points& shared) { return shared[2] >= 10; });

    EXPECT_EQ(points[2], 10);
    EXPECT_THAT(points, ElementsAre(4, 6, 10));
}

TEST(SmallestAllocation, IsEverythingWhereNothingIsEnough) {
    const std::vector<PointLimits> limits{{1, 3}, {1, 4}};

    EXPECT_THAT(smallest_allocated(std::vector{1.0, 1.0}, limits, [](const Points&) { return false; }),
                ElementsAre(3, 4));
}

}  // namespace
}  // namespace reddline::estimation
