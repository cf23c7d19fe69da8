#include "audit/unreported_strata.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/claimed_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The map shows `evergreen_ha` of 40 ha lost in evergreen forest, the claim reports all 40 in deciduous forest.
AuditResult with_mapped(double evergreen_ha) {
    AuditResult results = claimed_result();
    StratumQuestion& question = results.stratum_questions[0];
    question.mixes[reported_mix].strata = {{"deciduous", Hectares::of(40.0), 1.0}};
    question.mixes[mapped_2015_mix] = mix_of_40_ha(MixSource::mapped, 0, evergreen_ha);
    return results;
}

TEST(UnreportedStrata, WarnOfAForestTypeThatHoldsMappedLossAndNoReportedLoss) {
    // 30 ha at 220 t are 6,600 t.
    EXPECT_THAT(check_unreported_strata(claimed_case(), with_mapped(30.0)),
                ElementsAre(Finding{"loss_in_stratum_reported_as_none", Severity::warning, "park",
                                    "A forest type holds much of the mapped loss, and the claim reports no loss in it.",
                                    "evergreen: mapped 30.0 ha, 75.00 % of the mapped forest loss by types-2015; "
                                    "reported none; it emits 6,600 tCO2e"}));
}

TEST(UnreportedStrata, AreSeenWithoutAFactorToo) {
    AuditCase audit = claimed_case();
    audit.factor_sets.clear();
    const Findings findings = check_unreported_strata(audit, with_mapped(30.0));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_THAT(findings[0].evidence, testing::EndsWith("; reported none"));
}

TEST(UnreportedStrata, CountFromATenthOfTheMappedLossOn) {
    EXPECT_EQ(check_unreported_strata(claimed_case(), with_mapped(4.0)).size(), 1U) << "4 of 40 ha";
    EXPECT_THAT(check_unreported_strata(claimed_case(), with_mapped(3.9)), IsEmpty());
}

TEST(UnreportedStrata, AreNoSubjectWhereTheClaimReportsThemOrNothingAtAll) {
    EXPECT_THAT(check_unreported_strata(claimed_case(), claimed_result()), IsEmpty());
    AuditResult unreported = with_mapped(30.0);
    unreported.stratum_questions[0].mixes[reported_mix].strata.clear();
    EXPECT_THAT(check_unreported_strata(claimed_case(), unreported), IsEmpty());
    EXPECT_THAT(check_unreported_strata(clean_case(), with_mapped(30.0)), IsEmpty()) << "no claim";
    EXPECT_THAT(check_unreported_strata(tables_only_case(), tables_only_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
