#include "domain/kept_share.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace reddline {
namespace {

TEST(KeptShare, TakesEachDeductionFromWhatTheOnesBeforeLeft) {
    EXPECT_EQ(kept_share({}), 1.0);
    EXPECT_DOUBLE_EQ(kept_share(std::vector<Deduction>{{"reversal", 0.1, "a"}, {"other", 0.5, "b"}}), 0.45);
}

}  // namespace
}  // namespace reddline
