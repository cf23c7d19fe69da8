#include "domain/credit_uncertainty.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(CreditUncertainty, FindsAProjectAndItsProgrammes) {
    CreditUncertainty all;
    all.zones.push_back({});
    all.zones.back().zone = 2;
    all.deductions = {{2, {{"none", "", "", 0.0, {}, {10}, {}, {}}, {"VCS", "", "", 5.0, {}, {9}, {}, {}}}}};

    EXPECT_EQ(all.of(2), &all.zones.front());
    EXPECT_EQ(all.of(1), nullptr);
    ASSERT_NE(all.deduction(2, "VCS"), nullptr);
    EXPECT_EQ(all.deduction(2, "VCS")->credits.tCO2e, 9);
    EXPECT_EQ(all.deduction(2, "TREES"), nullptr);
    EXPECT_EQ(all.deduction(1, "VCS"), nullptr);
}

}  // namespace
}  // namespace reddline
