#include "audit/claimed_items.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/claimed_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Finding disagreement(const std::string& message, const std::string& evidence) {
    return {"claim_items_disagree", Severity::contradiction, "claim", message, evidence};
}

Findings check_with(const std::map<ClaimItem, double>& amounts) {
    AuditCase audit = claimed_case();
    audit.claim->items.clear();
    for (const auto& [item, amount_tCO2e] : amounts)
        audit.claim->items[item] = TonnesCO2e::of(amount_tCO2e);
    return check_claimed_items(audit, claimed_result());
}

TEST(ClaimedItems, ContradictReductionsThatDoNotFollowFromTheOtherAmounts) {
    // 1,000 - 400 - 100 = 500, and 650 are claimed.
    EXPECT_THAT(check_with({{ClaimItem::reference_level, 1'000.0},
                            {ClaimItem::project_emissions, 400.0},
                            {ClaimItem::displaced_emissions, 100.0},
                            {ClaimItem::reductions, 650.0}}),
                ElementsAre(disagreement(
                    "The claimed reductions are not the claimed reference level less the claimed emissions.",
                    "reductions 650 tCO2e; 1,000 tCO2e - 400 tCO2e - 100 tCO2e = 500 tCO2e; difference +150 tCO2e")));
}

TEST(ClaimedItems, TakeMissingDisplacedEmissionsAsUnknownRatherThanNone) {
    EXPECT_THAT(check_with({{ClaimItem::reference_level, 1'000.0},
                            {ClaimItem::project_emissions, 400.0},
                            {ClaimItem::reductions, 500.0}}),
                IsEmpty())
        << "100 t may have been displaced";
    EXPECT_EQ(check_with({{ClaimItem::reference_level, 1'000.0},
                          {ClaimItem::project_emissions, 400.0},
                          {ClaimItem::reductions, 602.0}})
                  .size(),
              1U)
        << "no displaced emissions could raise the reductions above 600 t";
}

TEST(ClaimedItems, ContradictMoreCreditsThanReductions) {
    EXPECT_THAT(check_with({{ClaimItem::reductions, 500.0}, {ClaimItem::credits, 600.0}}),
                ElementsAre(disagreement("More credits are claimed than reductions.",
                                         "credits 600 tCO2e; reductions 500 tCO2e")));
}

TEST(ClaimedItems, ContradictMoreCreditsThanTheOtherAmountsLeave) {
    EXPECT_THAT(check_with({{ClaimItem::reference_level, 1'000.0},
                            {ClaimItem::project_emissions, 400.0},
                            {ClaimItem::credits, 700.0}}),
                ElementsAre(disagreement("More credits are claimed than the claimed amounts leave as reductions.",
                                         "credits 700 tCO2e; 1,000 tCO2e - 400 tCO2e = 600 tCO2e; difference +100 "
                                         "tCO2e")));
}

TEST(ClaimedItems, AllowTheRoundingOfWholeTonnes) {
    EXPECT_THAT(check_with({{ClaimItem::reference_level, 1'000.0},
                            {ClaimItem::project_emissions, 400.0},
                            {ClaimItem::displaced_emissions, 100.0},
                            {ClaimItem::reductions, 501.0},
                            {ClaimItem::credits, 502.0}}),
                IsEmpty());
}

TEST(ClaimedItems, AreNoSubjectWithoutAClaimOrWithoutEnoughAmounts) {
    EXPECT_THAT(check_claimed_items(claimed_case(), claimed_result()), IsEmpty());
    EXPECT_THAT(check_claimed_items(clean_case(), clean_result()), IsEmpty());
    EXPECT_THAT(check_with({{ClaimItem::credits, 700.0}}), IsEmpty());
    EXPECT_THAT(check_with({{ClaimItem::reference_level, 1'000.0}, {ClaimItem::reductions, 5'000.0}}), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
