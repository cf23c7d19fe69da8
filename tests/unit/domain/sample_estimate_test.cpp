#include "domain/sample_estimate.hpp"

#include <gmock/gmock.h>

namespace reddline {
namespace {

TEST(Interval95, ReachesAsFarAsItDoesAlsoBelowZero) {
    const auto interval = interval95({100.0, 60.0, EstimateGap::none});
    EXPECT_DOUBLE_EQ(interval->low, 100 - 1.96 * 60);
    EXPECT_DOUBLE_EQ(interval->high, 100 + 1.96 * 60);
}

TEST(Interval95, IsNothingWithoutAStandardError) {
    EXPECT_FALSE(interval95({100.0, std::nullopt, EstimateGap::one_point}));
    EXPECT_FALSE(interval95({}));
}

TEST(EstimateGap, HasAWordForTables) {
    EXPECT_EQ(to_string(EstimateGap::none), "");
    EXPECT_EQ(to_string(EstimateGap::empty_stratum), "empty_stratum");
    EXPECT_EQ(to_string(EstimateGap::no_points), "no_points");
    EXPECT_EQ(to_string(EstimateGap::one_point), "one_point");
    EXPECT_EQ(to_string(EstimateGap::no_variation), "no_variation");
    EXPECT_EQ(to_string(AccuracyMeasure::producers), "producers");
}

}  // namespace
}  // namespace reddline
