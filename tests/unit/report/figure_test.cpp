#include "report/figure.hpp"

#include <gtest/gtest.h>

namespace reddline::report {
namespace {

TEST(RoundAxis, TakesRoundStepsThatHoldBothEnds) {
    const Axis axis = round_axis(english(), 0.0, 207378.0, "tCO2e");
    EXPECT_EQ(axis.from, 0.0);
    EXPECT_EQ(axis.to, 250000.0);
    ASSERT_EQ(axis.ticks.size(), 6U);
    EXPECT_EQ(axis.ticks[1].label, "50,000");
}

TEST(RoundAxis, ReachesBelowZeroAndToParts) {
    const Axis axis = round_axis(english(), -0.3, 0.5, "");
    EXPECT_DOUBLE_EQ(axis.from, -0.4);
    EXPECT_DOUBLE_EQ(axis.to, 0.6);
    EXPECT_EQ(axis.ticks.front().label, "-0.4");
}

TEST(RoundAxis, StandsWhereAllIsZero) {
    const Axis axis = round_axis(english(), 0.0, 0.0, "");
    EXPECT_EQ(axis.from, 0.0);
    EXPECT_EQ(axis.to, 1.0);
}

}  // namespace
}  // namespace reddline::report
