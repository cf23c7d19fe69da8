#include "domain/transition_table.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(TransitionInterval, LastsFromItsStartToItsEnd) {
    TransitionInterval interval;
    interval.start_year = 2014;
    interval.end_year = 2016;
    EXPECT_EQ(interval.years(), 2);
}

}  // namespace
}  // namespace reddline
