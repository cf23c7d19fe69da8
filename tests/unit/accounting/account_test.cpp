#include "accounting/account.hpp"

#include <gmock/gmock.h>

#include "support/thrown_error.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::IsEmpty;
using tests::Land;
using tests::small_case;

std::vector<Land> project_and_belt() {
    return {{"project", "evergreen", "evergreen", 80, 0, 900},
            {"project", "evergreen", "crops", 80, 2019, 100},
            {"belt", "deciduous", "deciduous", 80, 0, 500}};
}

AuditCase judged_by_rate() {
    AuditCase audit = small_case(project_and_belt());
    tests::judge_by_rate(audit, 0.1);
    return audit;
}

TEST(Account, HoldsEverythingThatFollowsFromACase) {
    AuditCase audit = judged_by_rate();
    audit.deductions = {{"reversal", 0.1, "a test"}};
    const AuditResult result = account(audit);

    EXPECT_EQ(result.default_reading.reference, 0U);
    EXPECT_EQ(result.losses.size(), 2U);
    EXPECT_EQ(result.activity.size(), 4U);  // Two zones by two routes.
    EXPECT_EQ(result.emissions.size(), 4U);
    EXPECT_EQ(result.transitions.size(), 3U);
    EXPECT_EQ(result.stocks.size(), 4U + 4U + 4U + 4U);
    EXPECT_EQ(result.canopy.size(), 4U);
    EXPECT_EQ(result.readings.size(), 4U);  // Two boundary rules by loss, two arcs by maps.
    EXPECT_EQ(result.stratum_questions.size(), 1U);
    EXPECT_TRUE(result.unit_references.empty());
    EXPECT_TRUE(result.claim_rows.empty());
    EXPECT_TRUE(result.claim_splits.empty());
    EXPECT_TRUE(result.findings.empty());

    // Expected 2 x 100 ha x 550, emitted 100 ha x 550; the belt as is; 10 % held back of 55,000.
    EXPECT_EQ(result.readings[0].answer.value().credits.tCO2e, 49'500);
    ASSERT_EQ(result.statements.size(), 1U);
    EXPECT_EQ(result.statements[0].answer.value().totals.credits.tCO2e, 49'500);
    ASSERT_EQ(result.summaries.size(), 1U);
    EXPECT_EQ(result.summaries[0].all->readings, 4U);
    EXPECT_FALSE(result.missing.empty());
}

TEST(Account, SetsTheClaimBesideTheReadings) {
    // Recomputed by loss 55,000 (see above), by maps 2/3 of 100 ha x 550 of 110,000: 73,333.
    AuditCase audit = judged_by_rate();
    audit.claim = tests::empty_claim();
    audit.claim->items = {{ClaimItem::credits, TonnesCO2e::of(60'000)}};
    audit.claim->losses = {tests::reported_loss("project", "evergreen", 2019, 90)};
    const AuditResult result = account(audit);

    EXPECT_EQ(result.activity.size(), 5U);  // The project by the reported route as well.
    EXPECT_EQ(result.readings.size(), 6U);
    EXPECT_EQ(result.summaries[0].all->at_or_above_claim, 4U);  // Two by maps, and two as reported: 110,000 - 49,500.
    ASSERT_EQ(result.claim_rows.size(), 1U);
    EXPECT_DOUBLE_EQ(result.claim_rows[0].mapped->value(), 100);
    ASSERT_EQ(result.claim_splits.size(), 1U);
    EXPECT_EQ(result.claim_splits[0].recomputed_kgCO2e, 55'000'000);
}

TEST(Account, StillReportsLossWhenEverythingElseIsMissing) {
    AuditCase audit = small_case({{"jurisdiction", "", "", 80, 2019, 30}}, {});
    audit.factor_sets.clear();
    audit.monitoring.reset();
    const AuditResult result = account(audit);

    ASSERT_EQ(result.losses.size(), 1U);
    EXPECT_EQ(result.losses[0].strata[0].loss_by_code[19].pixels, 30);
    EXPECT_EQ(result.activity.size(), 1U);
    EXPECT_THAT(result.emissions, IsEmpty());
    EXPECT_THAT(result.statements, IsEmpty());
    EXPECT_THAT(result.readings, IsEmpty());
    EXPECT_THAT(result.summaries, IsEmpty());
}

TEST(Account, AnswersFromTablesAlone) {
    // 1,000 ha x 4 % x 550 in each of two years are expected, 30 ha x 550 are reported.
    AuditCase audit = tests::declared_case({{"project", "evergreen", Hectares::of(1'000)}});
    tests::judge_by_transitions(audit, tests::one_national_year());
    audit.claim = tests::empty_claim();
    audit.claim->losses = {tests::reported_loss("project", "evergreen", 2019, 30)};
    const AuditResult result = account(audit);

    EXPECT_THAT(result.losses, IsEmpty());
    EXPECT_THAT(result.stocks, IsEmpty());
    EXPECT_THAT(result.canopy, IsEmpty());
    EXPECT_EQ(result.activity.size(), 1U);
    EXPECT_EQ(result.default_reading.route, Route::reported);
    EXPECT_EQ(result.statements[0].answer.value().totals.credits.tCO2e, 44'000 - 16'500);
    EXPECT_EQ(result.unit_references.size(), 24U);  // 12 readings of the level for each of two forest types.
}

TEST(Account, LeavesOutWhatTheMapIsTooLateToSay) {
    // The baseline map is of 2017: loss of 2017 and before is not of the strata that it shows.
    AuditCase audit =
        small_case({{"project", "evergreen", "", 80, 2017, 5}, {"project", "evergreen", "", 80, 2018, 7}});
    const AuditResult result = account(audit);

    ASSERT_EQ(result.emissions[0].table.size(), 1U);
    EXPECT_EQ(result.emissions[0].table[0].year, LossYear{2018});
}

TEST(Account, ListsTheTransitionsOfEveryPairOfMapsForwardInTime) {
    std::vector<StrataMap> maps = tests::two_maps();
    maps[1].role = StrataRole::independent;
    const AuditResult forward = account(small_case(project_and_belt(), maps));
    EXPECT_EQ(forward.transitions.size(), 3U);  // Independent maps are compared as well.

    maps[1].year = 2017;
    EXPECT_THAT(account(small_case(project_and_belt(), maps)).transitions, IsEmpty());
}

TEST(Account, StopsWhenAForestStratumHasNoFactor) {
    AuditCase audit = small_case(project_and_belt());
    audit.factor_sets[0].stocks.erase("deciduous");
    const Error error = tests::thrown_error([&] { return account(audit); });

    EXPECT_EQ(error.code(), ErrorCode::factor_missing);
    EXPECT_THAT(error.message(), testing::HasSubstr("'deciduous', of which zone 'belt' holds 500.0 ha"));
}

}  // namespace
}  // namespace reddline::accounting
