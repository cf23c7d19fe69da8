#include "domain/statement.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(CreditTotals, AreAnUpperBoundUnlessWhatEveryBeltDisplacedIsKnown) {
    CreditTotals totals;
    EXPECT_TRUE(totals.is_upper_bound());

    totals.displaced = TonnesCO2e{};
    EXPECT_FALSE(totals.is_upper_bound());

    totals.unseen_belts = 1;
    EXPECT_TRUE(totals.is_upper_bound());
}

}  // namespace
}  // namespace reddline
