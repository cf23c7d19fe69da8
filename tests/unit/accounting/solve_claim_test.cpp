#include "accounting/solve_claim.hpp"

#include <gmock/gmock.h>

#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

Hectares ha(double value) {
    return Hectares::of(value);
}

// 1,000 ha of evergreen forest (550 tCO2e/ha) of which 4 % a year become crops: 22,000 tCO2e a year, 44,000 in 2019-2020;
// as much deciduous forest (220), 5 %: 11,000 a year, 22,000. Claimed: 110,000 credits at 200 ha lost.
AuditCase claimed_case() {
    AuditCase audit = tests::declared_case(
        {{"project evergreen", "evergreen", ha(1'000)}, {"project deciduous", "deciduous", ha(1'000)}});
    tests::judge_by_transitions(audit, tests::one_national_year());
    audit.claim = tests::empty_claim();
    audit.claim->zone = "";
    audit.claim->items[ClaimItem::credits] = TonnesCO2e::of(110'000);
    audit.claim->lost_area = ha(200);
    return audit;
}

std::vector<SolvedInput> implied_by(const AuditCase& audit) {
    const tests::EveryReading every(audit);
    return solve_claim_alone(every.nation(), every.readings());
}

std::vector<SolvedInput> named(const AuditCase& audit, const std::string& beginning) {
    std::vector<SolvedInput> found;
    for (const SolvedInput& input : implied_by(audit)) {
        if (input.input.starts_with(beginning)) found.push_back(input);
    }
    return found;
}

TEST(SolveClaimAlone, ComparesTheClaimWithTheSpreadOfFactorsOverItsLoss) {
    // 110,000 / (200 x (550 - 220)) = 1.667: no mix of 200 ha can undo so much.
    const auto shares = named(claimed_case(), "share");
    ASSERT_EQ(shares.size(), 1U);
    EXPECT_EQ(shares[0].input, "share of evergreen in the loss, the rest deciduous");
    EXPECT_DOUBLE_EQ(*shares[0].needed, 110'000.0 / 66'000.0);
    EXPECT_THAT(shares[0].remark, HasSubstr("carbon.csv"));
    EXPECT_THAT(shares[0].remark, HasSubstr("if the claim counted all its loss as deciduous"));
    EXPECT_THAT(shares[0].remark, HasSubstr("impossible"));
    EXPECT_EQ(shares[0].reading, std::nullopt);
}

TEST(SolveClaimAlone, TakesTheClaimsOwnReferenceLevelWhereItIsStated) {
    // (100,000 - 200 x 220) / (200 x 330) = 56,000 / 66,000.
    AuditCase audit = claimed_case();
    audit.claim->items[ClaimItem::reference_level] = TonnesCO2e::of(100'000);
    const auto shares = named(audit, "share");
    EXPECT_DOUBLE_EQ(*shares[0].needed, 56'000.0 / 66'000.0);
    EXPECT_EQ(shares[0].remark, "factors carbon.csv");
}

TEST(SolveClaimAlone, SaysHowMuchForestOfEachTypeTheClaimImplies) {
    // Without loss 110,000 / 44 per ha = 2,500 ha; with 200 ha lost in it 220,000 / 44 = 5,000 ha.
    const auto none_lost = named(claimed_case(), "area of evergreen at the start, nothing");
    const auto some_lost = named(claimed_case(), "area of evergreen at the start, the claimed loss");
    ASSERT_FALSE(none_lost.empty());
    EXPECT_NEAR(*none_lost[0].needed, 2'500, 1e-9);  // sums of doubles
    EXPECT_NEAR(*some_lost[0].needed, 5'000, 1e-9);
    EXPECT_EQ(none_lost[0].target, SolveTarget::claim);
    const auto deciduous = named(claimed_case(), "area of deciduous at the start, the claimed loss");
    EXPECT_NEAR(*deciduous[0].needed, (110'000.0 + 200 * 220.0) / 22.0, 1e-9);
}

TEST(SolveClaimAlone, TakesDeductionsBack) {
    AuditCase audit = claimed_case();
    audit.deductions = {{"reversal", 0.2, "a test"}};
    EXPECT_NEAR(*named(audit, "area of evergreen at the start, nothing")[0].needed, 3'125, 1e-9);  // 137,500 / 44
    audit.deductions = {{"reversal", 1.0, "a test"}};
    EXPECT_THAT(implied_by(audit), IsEmpty());
}

TEST(SolveClaimAlone, AsksOtherReferenceLevelsAndMixesAsWell) {
    // 1,500 ha of both, 10 % a year: 132,000 tCO2e in two years, 88 per ha; 1 ha of the mix emits 440.
    AuditCase audit = tests::declared_case({{"project", "evergreen", ha(1'000)}, {"project", "deciduous", ha(500)}});
    audit.transitions = tests::one_national_year();  // says what is forest
    tests::judge_by_rate(audit, 0.1);
    audit.claim = claimed_case().claim;
    const auto none_lost = named(audit, "area of forest mixed as in 'project' at the start, nothing");
    ASSERT_EQ(none_lost.size(), 1U);
    EXPECT_NEAR(*none_lost[0].needed, 1'250, 1e-9);
    EXPECT_NEAR(*named(audit, "area of forest mixed as in 'project' at the start, the claimed")[0].needed,
                (110'000.0 + 200 * 440.0) / 88.0, 1e-9);
}

TEST(SolveClaimAlone, KeepsAReadingThatIsRefusedWithItsReason) {
    AuditCase audit = claimed_case();
    audit.factor_sets[0].stocks.erase("deciduous");
    const auto deciduous = named(audit, "area of deciduous");
    ASSERT_FALSE(deciduous.empty());
    EXPECT_EQ(deciduous[0].needed, std::nullopt);
    EXPECT_THAT(deciduous[0].remark, HasSubstr("no carbon factor for 'deciduous'"));
    EXPECT_THAT(named(audit, "share")[0].remark, HasSubstr("lack a factor"));
}

TEST(SolveClaimAlone, SaysNothingOfCountedPixelsOrWithoutClaimedCredits) {
    AuditCase audit = claimed_case();
    audit.claim->items.clear();
    EXPECT_THAT(implied_by(audit), IsEmpty());
    AuditCase counted = tests::small_case({{"project", "evergreen", "", 80, 0, 100}});
    counted.claim = claimed_case().claim;
    EXPECT_THAT(implied_by(counted), IsEmpty());
}

TEST(SolveClaimAlone, WarnsWhereMoreWouldBeLostThanStandsThere) {
    AuditCase audit = claimed_case();
    audit.claim->items[ClaimItem::credits] = TonnesCO2e::of(1'000);
    audit.factor_sets[0].stocks["deciduous"] = tests::stock(0.003);  // 0.011 tCO2e/ha, 0.0011 of it in two years
    audit.claim->lost_area = ha(1e9);
    EXPECT_THAT(named(audit, "area of evergreen at the start, the claimed")[0].remark, IsEmpty());
    // 5 % a year and so 10 % in two: ten times as much stands there as is lost, which is never impossible.
    EXPECT_THAT(named(audit, "area of deciduous at the start, the claimed")[0].remark, IsEmpty());
}

}  // namespace
}  // namespace reddline::accounting
