#include "accounting/reported_loss.hpp"

#include <gmock/gmock.h>

#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using std::chrono::year;
using tests::reported_loss;
using tests::small_case;

// 2018-03-12 to 2020-12-31: 295 of the 365 days of 2018 lie in the period (Eq. 6).
AuditCase with_reported(const std::vector<ReportedLoss>& losses) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 100}, {"belt", "evergreen", "", 80, 0, 100}});
    audit.monitoring = MonitoringPeriod{year{2018} / 3 / 12, year{2020} / 12 / 31};
    audit.claim = tests::empty_claim();
    audit.claim->strata_map = "before";
    audit.claim->losses = losses;
    return audit;
}

TEST(ReportedActivity, DividesThePartOfAYearByItsShareSoThatWeighingGivesItBack) {
    // 59 ha in 295 of 365 days are 73 ha in the whole year.
    const AuditCase audit = with_reported({reported_loss("project", "evergreen", 2018, 59)});
    const auto activity = reported_activity(audit, 0);
    const Activity& row = activity.value().rows[0];

    EXPECT_DOUBLE_EQ(row.area.value(), 73);
    EXPECT_DOUBLE_EQ(audit.monitoring->fraction_of(row.year) * row.area.value(), 59);
}

TEST(ReportedActivity, TakesACalendarYearAsItIs) {
    AuditCase audit = with_reported({reported_loss("project", "evergreen", 2018, 73)});
    audit.claim->reported_years = ReportedYears::calendar;

    EXPECT_EQ(reported_activity(audit, 0).value().rows[0].area.value(), 73);
}

TEST(ReportedActivity, TakesAYearAsItIsWithoutAMonitoringPeriod) {
    AuditCase audit = with_reported({reported_loss("project", "evergreen", 2018, 73)});
    audit.monitoring.reset();

    EXPECT_EQ(reported_activity(audit, 0).value().rows[0].area.value(), 73);
}

TEST(ReportedActivity, KeepsStratumDestinationAndMapOfTheClaim) {
    const AuditCase audit = with_reported(
        {reported_loss("project", "evergreen", 2019, 5, "crops"), reported_loss("project", "bamboo", 2020, 7)});
    const auto activity = reported_activity(audit, 0);

    EXPECT_EQ(activity.value().route, Route::reported);
    EXPECT_EQ(activity.value().strata, "before");
    ASSERT_EQ(activity.value().rows.size(), 2U);
    EXPECT_EQ(activity.value().rows[0].kind, StratumKind::forest);
    EXPECT_EQ(activity.value().rows[0].to, "crops");
    EXPECT_EQ(activity.value().rows[1].kind, std::nullopt);  // No legend lists bamboo.
    EXPECT_EQ(activity.value().rows[1].to, std::nullopt);
}

TEST(ReportedActivity, IsThatOfItsZoneAlone) {
    const AuditCase audit =
        with_reported({reported_loss("project", "evergreen", 2019, 5), reported_loss("belt", "evergreen", 2019, 8)});

    ASSERT_EQ(reported_activity(audit, 1).value().rows.size(), 1U);
    EXPECT_EQ(reported_activity(audit, 1).value().rows[0].area.value(), 8);
}

TEST(ReportedActivity, IsRefusedWhereTheClaimReportsNothing) {
    const char* const reason = "no reported loss of zone 'belt': give [claim] losses";
    EXPECT_EQ(reported_activity(with_reported({reported_loss("project", "evergreen", 2019, 5)}), 1).refusal().reason,
              reason);
    EXPECT_EQ(reported_activity(small_case({{"belt", "", "", 0, 0, 1}}), 0).refusal().reason, reason);
}

}  // namespace
}  // namespace reddline::accounting
