#include "domain/solved_input.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(SolveTarget, IsNamedAsInTheTables) {
    EXPECT_EQ(to_string(SolveTarget::break_even), "break-even");
    EXPECT_EQ(to_string(SolveTarget::claim), "claim");
}

}  // namespace
}  // namespace reddline
