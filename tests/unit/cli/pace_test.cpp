#include "cli/pace.hpp"

#include <gtest/gtest.h>

namespace reddline::cli {
namespace {

TEST(Pace, SaysNothingBeforeTheFirstSecondOrWhileNothingGetsDone) {
    Pace pace;
    EXPECT_EQ(pace.seconds_for(10.0), std::nullopt);
    pace.add(0.5, 5.0);
    EXPECT_EQ(pace.seconds_for(10.0), std::nullopt);
    Pace standing;
    standing.add(2.0, 0.0);
    EXPECT_EQ(standing.seconds_for(10.0), std::nullopt);
}

TEST(Pace, TakesThePaceOfTheLastTenSecondsForTheRest) {
    Pace pace;
    for (int second = 1; second <= 20; ++second)
        pace.add(second, 100.0 * second);  // fast at first
    for (int second = 21; second <= 40; ++second)
        pace.add(second, 2000.0 + 10.0 * (second - 20));  // then ten times slower
    EXPECT_DOUBLE_EQ(pace.per_second(), 10.0);
    EXPECT_DOUBLE_EQ(pace.seconds_for(50.0).value(), 5.0);
}

TEST(Pace, NeverSaysLessThanNothing) {
    Pace pace;
    pace.add(2.0, 20.0);
    EXPECT_DOUBLE_EQ(pace.seconds_for(-3.0).value(), 0.0);
}

TEST(SecondsText, SaysATimeAsPeopleDo) {
    EXPECT_EQ(seconds_text(0.4), "0 s");
    EXPECT_EQ(seconds_text(59.4), "59 s");
    EXPECT_EQ(seconds_text(59.6), "1 min 0 s");
    EXPECT_EQ(seconds_text(200.0), "3 min 20 s");
    EXPECT_EQ(seconds_text(7500.0), "2 h 5 min");
}

}  // namespace
}  // namespace reddline::cli
