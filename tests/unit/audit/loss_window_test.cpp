#include "audit/loss_window.hpp"

#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

TEST(LossWindow, IsTheMonitoringPeriodAndAsManyYearsBefore) {
    const auto window = loss_window(clean_case(), clean_result());
    ASSERT_TRUE(window);
    EXPECT_EQ(window->first_before, 2015);
    EXPECT_EQ(window->first, 2018);
    EXPECT_EQ(window->last, 2020);
}

TEST(LossWindow, IsMissingWithoutPixelsWithoutMonitoringAndBeyondTheProduct) {
    AuditCase audit = clean_case();
    EXPECT_FALSE(loss_window(audit, tables_only_result()));
    audit.monitoring = whole_years(2002, 2004);
    EXPECT_FALSE(loss_window(audit, clean_result())) << "it would start in 1999";
    audit.monitoring.reset();
    EXPECT_FALSE(loss_window(audit, clean_result()));
}

TEST(LossWindow, MeansLossOfEveryStratumOverTheYears) {
    AuditResult results = clean_result();
    results.losses[project].strata[0].loss_by_code[14] = ha(100);
    results.losses[project].strata[0].loss_by_code[15] = ha(2);
    results.losses[project].strata[1].loss_by_code[16] = ha(1);
    results.losses[project].strata[2].loss_by_code[20] = ha(9);
    const LossWindow window{2015, 2018, 2020};
    const LossTrend trend = loss_trend(clean_case(), results, project, window);
    EXPECT_EQ(trend.before, Hectares::of(1.0));
    EXPECT_EQ(trend.during, Hectares::of(3.0));
    EXPECT_EQ(trend_text(trend, window), "1.0 ha per year in 2015-2017, 3.0 ha per year in 2018-2020");
}

}  // namespace
}  // namespace reddline::audit
