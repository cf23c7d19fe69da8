#include "accounting/solve_goal.hpp"

#include <gmock/gmock.h>

#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::small_case;

AuditCase claimed_case(double credits_tCO2e) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 100}});
    audit.claim = tests::empty_claim();
    audit.claim->items[ClaimItem::credits] = TonnesCO2e::of(credits_tCO2e);
    return audit;
}

TEST(SolveGoals, AskOnlyForNoCreditsWithoutAClaimOfTheZone) {
    const auto goals = solve_goals(small_case({{"project", "evergreen", "", 80, 0, 100}}), 0);
    ASSERT_EQ(goals.size(), 1U);
    EXPECT_EQ(goals[0].target, SolveTarget::break_even);
    EXPECT_EQ(goals[0].reduction.value(), 0);

    AuditCase of_another_zone = claimed_case(100);
    of_another_zone.claim->zone = "elsewhere";
    EXPECT_EQ(solve_goals(of_another_zone, 0).size(), 1U);
}

TEST(SolveGoals, TakeDeductionsBackFromTheClaim) {
    // 720 credits are left of 1,000 t after 20 % and then 10 %.
    AuditCase audit = claimed_case(720);
    audit.deductions = {{"reversal", 0.2, "a test"}, {"uncertainty", 0.1, "a test"}};
    const auto goals = solve_goals(audit, 0);
    ASSERT_EQ(goals.size(), 2U);
    EXPECT_EQ(goals[1].target, SolveTarget::claim);
    EXPECT_DOUBLE_EQ(goals[1].reduction.value(), 1'000);
    EXPECT_DOUBLE_EQ(share_left(audit), 0.72);
}

TEST(SolveGoals, KnowNoReductionForAClaimOfWhichEverythingIsHeldBack) {
    AuditCase audit = claimed_case(720);
    audit.deductions = {{"reversal", 1.0, "a test"}};
    EXPECT_EQ(solve_goals(audit, 0).size(), 1U);
}

}  // namespace
}  // namespace reddline::accounting
