#include "audit/stratum_gaps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

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
    ASSERT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings[0].evidence, "9.0 ha in 2018-2020, 100.00 % of the forest lost in these years");
    EXPECT_EQ(findings[1].evidence, "3.0 ha in 2005-2006, 100.00 % of the forest lost in these years");
    EXPECT_EQ(findings[1].message,
              "Loss of forest canopy falls where the strata map shows no forest; the reference level of that history "
              "lacks it, which biases the credits downwards.");
    EXPECT_EQ(findings[2].evidence, "7.0 ha in 2017, 100.00 % of the forest lost in these years");
}

/// The years in which loss is missed in each zone, as "zone: years".
std::vector<std::string> missed(const AuditCase& audit) {
    AuditResult results = clean_result();
    results.losses.push_back(no_loss(10));
    for (ZoneLoss& loss : results.losses) {
        loss.strata[2].loss_by_code[5] = ha(3);
        loss.strata[2].loss_by_code[18] = ha(2);
    }
    std::vector<std::string> years;
    for (const Finding& finding : check_stratum_gaps(audit, results))
        years.push_back(finding.subject + ": " + finding.evidence.substr(finding.evidence.find(" in ") + 4, 9));
    return years;
}

TEST(StratumGaps, LookAtTheOwnHistoryOfEveryJudgedZoneBesideTheMonitoringPeriod) {
    AuditCase audit = clean_case();
    audit.zones.push_back({{"reference", ZoneRole::reference_region, "reference", ""}, 1, 0, ha(10), 0});
    const ReferencePeriod period{LossYear{2005}, LossYear{2006}};
    audit.references = {{"history-of-own-zone", HistoryRule{"", period, HistoryScale::none}}};
    EXPECT_THAT(missed(audit), ElementsAre("park: 2018-2020", "park: 2005-2006", "belt: 2018-2020", "belt: 2005-2006",
                                           "reference: 2018-2020"));

    // A project's history judges its belts by their own; another zone's history is that of the zone alone.
    audit.references = {{"history-of-park", HistoryRule{"park", period, HistoryScale::none}}};
    EXPECT_THAT(missed(audit), ElementsAre("park: 2018-2020", "park: 2005-2006", "belt: 2018-2020", "belt: 2005-2006",
                                           "reference: 2018-2020"));
    audit.references = {{"history-of-reference", HistoryRule{"reference", period, HistoryScale::none}}};
    EXPECT_THAT(missed(audit), ElementsAre("park: 2018-2020", "belt: 2018-2020", "reference: 2005-2006"));
}

TEST(StratumGaps, SayThatTheNationsTotalIsTooSmallAndTheSharesTooLarge) {
    AuditCase audit = clean_case();
    audit.zones.push_back({{"nation", ZoneRole::jurisdiction, "nation", ""}, 1, 0, ha(10), 0});
    NationalLevel national;
    national.key = ShareKey::past_area_change;
    national.jurisdiction = "nation";
    national.history = HistoryRule{"", ReferencePeriod{LossYear{2005}, LossYear{2006}}, HistoryScale::none};
    audit.references = {{"national-by-past-area-change", national}};
    AuditResult results = clean_result();
    results.losses.push_back(no_loss(10));
    results.losses[2].strata[2].loss_by_code[5] = ha(3);
    EXPECT_THAT(check_stratum_gaps(audit, results),
                ElementsAre(Finding{"stratum_unknown", Severity::warning, "nation",
                                    "Forest loss falls where the strata map has no data; the nation's total of that "
                                    "history lacks it, so that the share of every zone is too large, which biases the "
                                    "credits upwards.",
                                    "3.0 ha in 2005-2006, 100.00 % of the forest lost in these years"}));
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
