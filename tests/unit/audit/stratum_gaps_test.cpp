#include "audit/stratum_gaps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(StratumGaps, ReportLossWhereTheStrataMapHasNoData) {
    AuditResult results = clean_result();
    results.losses[belt].strata[0].loss_by_code[18] = ha(15);
    results.losses[belt].strata[2].loss_by_code[18] = ha(4);
    results.losses[belt].strata[2].loss_by_code[20] = ha(1);
    EXPECT_THAT(check_stratum_gaps(clean_case(), results),
                ElementsAre(Finding{"stratum_unknown", Severity::warning, "belt",
                                    "Forest loss falls where the strata map has no data; it carries no emission.",
                                    "5.0 ha in 2018-2020, 25.00 % of the forest lost in these years"}));
}

TEST(StratumGaps, ReportLossWhereTheStrataMapShowsNoForest) {
    AuditResult results = clean_result();
    results.losses[project].strata[1].loss_by_code[20] = ha(2);
    EXPECT_THAT(
        check_stratum_gaps(clean_case(), results),
        ElementsAre(Finding{"loss_in_non_forest_stratum", Severity::warning, "park",
                            "Loss of forest canopy falls where the strata map shows no forest; it carries no emission.",
                            "2.0 ha in 2018-2020, 100.00 % of the forest lost in these years"}));
}

TEST(StratumGaps, LookAtEachReferencePeriodOfTheZoneWhoseHistoryItIs) {
    AuditCase audit = clean_case();
    const HistoryRule early{"belt", ReferencePeriod{LossYear{2005}, LossYear{2006}}, HistoryScale::none};
    const HistoryRule late{"belt", ReferencePeriod{LossYear{2017}, LossYear{2017}}, HistoryScale::none};
    audit.references = {{"early", early}, {"again", early}, {"late", late}};
    AuditResult results = clean_result();
    results.losses[belt].strata[1].loss_by_code[5] = ha(3);
    results.losses[belt].strata[1].loss_by_code[17] = ha(7);
    results.losses[belt].strata[1].loss_by_code[18] = ha(9);
    const Findings findings = check_stratum_gaps(audit, results);
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].evidence, "3.0 ha in 2005-2006, 100.00 % of the forest lost in these years");
    EXPECT_EQ(findings[1].evidence, "7.0 ha in 2017, 100.00 % of the forest lost in these years");
}

TEST(StratumGaps, LookAtTheMonitoringPeriodAndWithoutOneAtEveryYear) {
    AuditCase audit = clean_case();
    AuditResult results = clean_result();
    results.losses[project].strata[2].loss_by_code[1] = ha(1);
    results.losses[project].strata[2].loss_by_code[17] = ha(2);
    EXPECT_THAT(check_stratum_gaps(audit, results), IsEmpty());
    audit.monitoring.reset();
    const Findings findings = check_stratum_gaps(audit, results);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].evidence, "3.0 ha in 2001-2020, 100.00 % of the forest lost in these years");
}

TEST(StratumGaps, AreNotSeenInForestStrataOrWithoutLoss) {
    AuditResult results = clean_result();
    EXPECT_THAT(check_stratum_gaps(clean_case(), results), IsEmpty());
    results.losses[project].strata[0].loss_by_code[20] = ha(2);
    EXPECT_THAT(check_stratum_gaps(clean_case(), results), IsEmpty());
    EXPECT_THAT(check_stratum_gaps(tables_only_case(), tables_only_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
