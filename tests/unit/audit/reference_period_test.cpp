#include "audit/reference_period.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

HistoryRule history(int first, int last) {
    return {"region", ReferencePeriod{LossYear{first}, LossYear{last}}, HistoryScale::none};
}

/// Codes of the findings for a reference period and monitoring in one year; the evidence is the period.
std::vector<std::string> codes_for(int first, int last, int monitoring_year) {
    AuditCase audit = clean_case();
    audit.references = {{"history-of-region", history(first, last)}};
    audit.monitoring = whole_years(monitoring_year, monitoring_year);
    std::vector<std::string> codes;
    for (const Finding& finding : check_reference_period(audit, clean_result())) {
        EXPECT_EQ(finding.severity, Severity::warning);
        EXPECT_EQ(finding.subject, "history-of-region");
        EXPECT_EQ(finding.evidence, std::to_string(first) + "-" + std::to_string(last));
        codes.push_back(finding.code);
    }
    return codes;
}

TEST(ReferencePeriodCheck, WarnsWhenThePeriodCrossesTheChangeOfMethodIn2011) {
    EXPECT_THAT(codes_for(2010, 2011, 2014), ElementsAre("reference_period_break"));
    EXPECT_THAT(codes_for(2001, 2010, 2014), IsEmpty());
    EXPECT_THAT(codes_for(2011, 2013, 2014), IsEmpty());
}

TEST(ReferencePeriodCheck, WarnsWhenThePeriodEndsBefore2015AndMonitoringDoesNot) {
    EXPECT_THAT(codes_for(2011, 2014, 2015), ElementsAre("reference_before_2015"));
    EXPECT_THAT(codes_for(2011, 2014, 2014), IsEmpty());
    EXPECT_THAT(codes_for(2011, 2015, 2016), IsEmpty());
}

TEST(ReferencePeriodCheck, GivesBothWarningsWhereBothHoldWithTheDirectionOfTheBias) {
    EXPECT_THAT(codes_for(2006, 2014, 2018), ElementsAre("reference_period_break", "reference_before_2015"));
    AuditCase audit = clean_case();
    audit.references = {{"history-of-region", history(2006, 2014)}};
    const Findings findings = check_reference_period(audit, clean_result());
    EXPECT_THAT(findings[0].message, testing::HasSubstr("lowers the reference level and the credits"));
    EXPECT_THAT(findings[1].message, testing::HasSubstr("expected loss is too low"));
}

TEST(ReferencePeriodCheck, LooksAtEveryHistoryAndNamesTheReferenceLevelsOfOnePeriodTogether) {
    AuditCase audit = clean_case();
    audit.monitoring = whole_years(2014, 2014);
    NationalLevel national;
    national.history = history(2010, 2013);
    audit.references = {{"history-of-region", history(2010, 2012)},
                        {"national-by-past-area-change", national},
                        {"transitions", NationalTransitions{}},
                        {"national-by-past-stock-change", national}};
    const Findings findings = check_reference_period(audit, clean_result());
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].subject, "history-of-region");
    EXPECT_EQ(findings[1].subject, "national-by-past-area-change, national-by-past-stock-change");
    EXPECT_EQ(findings[1].evidence, "2010-2013");
}

TEST(ReferencePeriodCheck, IsSilentWithoutAHistory) {
    EXPECT_THAT(check_reference_period(clean_case(), clean_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
