#include "audit/national_interval.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::IsEmpty;

/// The clean case, monitored from 2018, under national intervals.
AuditCase case_with(const std::vector<std::pair<int, int>>& intervals) {
    AuditCase audit = clean_case();
    audit.transitions = TransitionTable{"transitions.csv", {}, {}};
    for (const auto& [start, end] : intervals)
        audit.transitions->intervals.push_back({start, end, {}});
    return audit;
}

TEST(NationalInterval, WarnsOfIntervalsThatEndAfterTheYearInWhichMonitoringStarts) {
    const Findings findings =
        check_national_interval(case_with({{2014, 2016}, {2016, 2020}, {2020, 2022}}), clean_result());
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "national_interval_in_monitoring");
    EXPECT_EQ(findings[0].severity, Severity::warning);
    EXPECT_EQ(findings[0].subject, "transitions.csv");
    EXPECT_EQ(findings[0].evidence, "interval 2016-2020, 2020-2022, monitoring from 2018");
}

TEST(NationalInterval, IsSilentForIntervalsThatEndBeforeOrInTheFirstYear) {
    EXPECT_THAT(check_national_interval(case_with({{2014, 2016}, {2016, 2018}}), clean_result()), IsEmpty());
}

TEST(NationalInterval, IsSilentWithoutTransitionsAndWithoutMonitoring) {
    EXPECT_THAT(check_national_interval(clean_case(), clean_result()), IsEmpty());
    AuditCase audit = case_with({{2016, 2020}});
    audit.monitoring.reset();
    EXPECT_THAT(check_national_interval(audit, clean_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
