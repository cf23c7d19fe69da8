#include "audit/part_year.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PartYear, NotesEveryYearThatLiesOnlyPartlyInThePeriod) {
    using std::chrono::day;
    using std::chrono::month;
    using std::chrono::year;
    AuditCase audit = clean_case();
    audit.monitoring = MonitoringPeriod{year{2018} / month{3} / day{12}, year{2020} / month{1} / day{31}};
    const std::string message =
        "The loss product dates loss to a year, not a day: the year's loss is taken by its share of days.";
    EXPECT_THAT(
        check_part_year(audit, clean_result()),
        ElementsAre(Finding{"part_year", Severity::note, "monitoring period", message, "2018: 295 of 365 days"},
                    Finding{"part_year", Severity::note, "monitoring period", message, "2020: 31 of 366 days"}));
}

TEST(PartYear, SpeaksOfTheReferenceLevelAloneWhereNothingWasCounted) {
    AuditCase audit = tables_only_case();
    audit.monitoring = MonitoringPeriod{std::chrono::year{2018} / 7 / 1, std::chrono::year{2018} / 12 / 31};
    EXPECT_THAT(check_part_year(audit, tables_only_result()),
                ElementsAre(Finding{"part_year", Severity::note, "monitoring period",
                                    "A year lies only partly in the monitoring period: what is expected of it is taken "
                                    "by its share of days.",
                                    "2018: 184 of 365 days"}));
}

TEST(PartYear, IsSilentForWholeYearsAndWhereNothingIsJudged) {
    AuditCase audit = clean_case();
    EXPECT_THAT(check_part_year(audit, clean_result()), IsEmpty());
    audit.monitoring.reset();
    EXPECT_THAT(check_part_year(audit, clean_result()), IsEmpty());
    audit.monitoring = MonitoringPeriod{std::chrono::year{2018} / 3 / 12, std::chrono::year{2018} / 3 / 13};
    EXPECT_THAT(check_part_year(audit, AuditResult{}), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
