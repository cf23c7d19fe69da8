#include "audit/loss_trend.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The default reading gives credits for 2018-2020; the forest lost `before_ha` in 2017 and `during_ha` in 2020.
AuditResult with_credits(std::int64_t before_ha, std::int64_t during_ha) {
    AuditResult results = clean_result();
    Statement statement = clean_statement();
    statement.totals.credits = {7};
    set_statement(results, statement);
    results.losses[project].strata[0].loss_by_code[17] = ha(before_ha);
    results.losses[project].strata[0].loss_by_code[20] = ha(during_ha);
    return results;
}

TEST(LossTrend, WarnsWhenCreditsFollowAlthoughLossRose) {
    EXPECT_THAT(
        check_loss_trend(clean_case(), with_credits(3, 6)),
        ElementsAre(Finding{
            "credits_while_loss_rises", Severity::warning, "park",
            "Credits follow although mapped loss of tree cover per year is higher than in as many years before.",
            "1.0 ha per year in 2015-2017, 2.0 ha per year in 2018-2020"}));
}

TEST(LossTrend, CountsLossOfEveryStratumSinceANewerMapHidesTheForestLostBeforeIt) {
    AuditResult results = with_credits(0, 3);
    results.losses[project].strata[1].loss_by_code[16] = ha(2);
    results.losses[project].strata[2].loss_by_code[17] = ha(1);
    EXPECT_THAT(check_loss_trend(clean_case(), results), IsEmpty());
}

TEST(LossTrend, LeavesOutYearsBeforeTheWindowOfEqualLength) {
    AuditResult results = with_credits(0, 1);
    results.losses[project].strata[0].loss_by_code[14] = ha(50);
    EXPECT_EQ(check_loss_trend(clean_case(), results).size(), 1U);
}

TEST(LossTrend, IsSilentWhenLossFellOrStayedOrNothingIsCredited) {
    EXPECT_THAT(check_loss_trend(clean_case(), with_credits(6, 3)), IsEmpty());
    EXPECT_THAT(check_loss_trend(clean_case(), with_credits(3, 3)), IsEmpty());
    AuditResult uncredited = with_credits(3, 6);
    set_statement(uncredited, clean_statement());
    EXPECT_THAT(check_loss_trend(clean_case(), uncredited), IsEmpty());
    EXPECT_THAT(check_loss_trend(clean_case(), refused_result()), IsEmpty());
}

TEST(LossTrend, IsSilentWhereEquallyManyPixelsHaveATrifleMoreArea) {
    AuditResult results = with_credits(3, 3);
    Tally& during = results.losses[project].strata[0].loss_by_code[20];
    during.area_cm2 += 3 * (cm2_per_ha / 10 - 1);  // over three years
    EXPECT_THAT(check_loss_trend(clean_case(), results), IsEmpty());
    during.area_cm2 += 3;
    EXPECT_EQ(check_loss_trend(clean_case(), results).size(), 1U);
}

TEST(LossTrend, IsSilentWhereNothingWasCounted) {
    AuditResult results = with_credits(3, 6);
    results.losses.clear();
    EXPECT_THAT(check_loss_trend(tables_only_case(), results), IsEmpty());
}

TEST(LossTrend, IsSilentWhereTheProductDoesNotReachBackFarEnough) {
    AuditCase audit = clean_case();
    audit.monitoring = whole_years(2002, 2020);
    EXPECT_THAT(check_loss_trend(audit, with_credits(0, 6)), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
