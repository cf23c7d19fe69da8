#include "audit/belt_trend.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Loss of 2015-2017 and of 2018-2020 in the project and in its belt, in ha.
AuditResult with_losses(std::int64_t project_before, std::int64_t project_during, std::int64_t belt_before,
                        std::int64_t belt_during) {
    AuditResult results = clean_result();
    results.losses[project].strata[0].loss_by_code[17] = ha(project_before);
    results.losses[project].strata[0].loss_by_code[20] = ha(project_during);
    results.losses[belt].strata[0].loss_by_code[15] = ha(belt_before);
    results.losses[belt].strata[2].loss_by_code[18] = ha(belt_during);
    return results;
}

TEST(BeltTrend, WarnsWhenLossRisesInTheBeltAndFallsInTheProject) {
    AuditResult results = with_losses(6, 3, 3, 9);
    Statement statement = clean_statement();
    statement.totals.displaced = TonnesCO2e::of(1'200.4);
    set_statement(results, statement);
    EXPECT_THAT(check_belt_trend(clean_case(), results),
                ElementsAre(Finding{"belt_loss_rises", Severity::warning, "belt",
                                    "Mapped loss of tree cover per year rose in the belt while it fell in the project: "
                                    "some of it may have moved there.",
                                    "belt: 1.0 ha per year in 2015-2017, 3.0 ha per year in 2018-2020; project: 2.0 ha "
                                    "per year in 2015-2017, 1.0 ha per year in 2018-2020; counted as displaced: 1,200 "
                                    "tCO2e"}));
}

TEST(BeltTrend, SaysWhereDisplacedEmissionsAreNotKnown) {
    AuditResult results = with_losses(6, 3, 3, 9);
    results.statements[0].answer = Refusal{"no carbon factors"};
    const Findings findings = check_belt_trend(clean_case(), results);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_THAT(findings[0].evidence, testing::EndsWith("; displaced emissions are not counted"));
}

TEST(BeltTrend, IsSilentWhenBothFallBothRiseOrNothingChanges) {
    EXPECT_THAT(check_belt_trend(clean_case(), with_losses(6, 3, 9, 3)), IsEmpty());
    EXPECT_THAT(check_belt_trend(clean_case(), with_losses(3, 6, 3, 9)), IsEmpty());
    EXPECT_THAT(check_belt_trend(clean_case(), with_losses(3, 3, 3, 9)), IsEmpty());
    EXPECT_THAT(check_belt_trend(clean_case(), with_losses(6, 3, 3, 3)), IsEmpty());
    EXPECT_THAT(check_belt_trend(clean_case(), clean_result()), IsEmpty());
}

TEST(BeltTrend, IsSilentWhereEquallyManyPixelsHaveATrifleMoreOrLessArea) {
    AuditResult rising = with_losses(6, 3, 3, 3);
    rising.losses[belt].strata[2].loss_by_code[18].area_cm2 += 300;
    EXPECT_THAT(check_belt_trend(clean_case(), rising), IsEmpty());
    AuditResult falling = with_losses(3, 3, 3, 9);
    falling.losses[project].strata[0].loss_by_code[20].area_cm2 -= 300;
    EXPECT_THAT(check_belt_trend(clean_case(), falling), IsEmpty());
}

TEST(BeltTrend, LooksAtTheBeltsOfTheProjectAlone) {
    AuditCase audit = clean_case();
    audit.zones[belt].zone.project = "another park";
    EXPECT_THAT(check_belt_trend(audit, with_losses(6, 3, 3, 9)), IsEmpty());
    audit.zones[belt].zone.project.clear();
    EXPECT_EQ(check_belt_trend(audit, with_losses(6, 3, 3, 9)).size(), 1U) << "the only project needs no name";
}

TEST(BeltTrend, IsSilentWhereNothingWasCountedOrTheProductDoesNotReachBack) {
    EXPECT_THAT(check_belt_trend(tables_only_case(), tables_only_result()), IsEmpty());
    AuditCase audit = clean_case();
    audit.monitoring = whole_years(2010, 2020);
    EXPECT_THAT(check_belt_trend(audit, with_losses(6, 3, 3, 9)), IsEmpty());
    audit.monitoring.reset();
    EXPECT_THAT(check_belt_trend(audit, with_losses(6, 3, 3, 9)), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
