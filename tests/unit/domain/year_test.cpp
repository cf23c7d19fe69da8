#include "domain/year.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"

namespace reddline {
namespace {

using testing::HasSubstr;
using namespace std::chrono_literals;

const MonitoringPeriod first_period{2018y / 3 / 12, 2020y / 12 / 31};

TEST(LossCodes, CountFromOneInTheFirstYear) {
    const LossCodes codes{LossYear{2001}, LossYear{2020}};
    EXPECT_EQ(codes.last_code(), 20);
    EXPECT_EQ(codes.year_of(1), LossYear{2001});
    EXPECT_EQ(codes.year_of(20), LossYear{2020});
    EXPECT_EQ(codes.code_of(LossYear{2001}), 1);
    EXPECT_EQ(codes.code_of(LossYear{2018}), 18);
}

TEST(LossCodes, HaveNoCodeForAYearOutsideTheProduct) {
    const LossCodes codes{LossYear{2001}, LossYear{2020}};
    EXPECT_EQ(codes.code_of(LossYear{2000}), std::nullopt);
    EXPECT_EQ(codes.code_of(LossYear{2021}), std::nullopt);
}

TEST(LossCodes, MayCoverOneYearOrTwoHundredAndFifty) {
    EXPECT_EQ(LossCodes(LossYear{2001}, LossYear{2001}).last_code(), 1);
    EXPECT_EQ(LossCodes(LossYear{2001}, LossYear{2250}).last_code(), 250);
}

TEST(LossCodes, RefuseALastYearBeforeTheFirstOrTooFarFromIt) {
    for (const int last : {2000, 2251}) {
        const Error error = tests::thrown_error([&] { return LossCodes{LossYear{2001}, LossYear{last}}; });
        EXPECT_EQ(error.code(), ErrorCode::audit_file);
        EXPECT_EQ(error.subject(), "loss.last_year");
        EXPECT_THAT(error.message(), HasSubstr("found " + std::to_string(last)));
    }
}

TEST(MonitoringPeriod, CountsBothOfItsEnds) {
    // 2018: 20 days of March, then 30+31+30+31+31+30+31+30+31 = 275, so 295; 2019: 365; 2020: 366; together 1,026.
    EXPECT_EQ(first_period.days(), 1026);
    EXPECT_EQ(MonitoringPeriod(2018y / 3 / 12, 2018y / 3 / 12).days(), 1);
}

TEST(MonitoringPeriod, SplitsItsDaysByYear) {
    EXPECT_EQ(first_period.days_in(LossYear{2018}), 295);
    EXPECT_EQ(first_period.days_in(LossYear{2019}), 365);
    EXPECT_EQ(first_period.days_in(LossYear{2020}), 366);
}

TEST(MonitoringPeriod, HasNoDaysInYearsThatItDoesNotTouch) {
    EXPECT_EQ(first_period.days_in(LossYear{2017}), 0);
    EXPECT_EQ(first_period.days_in(LossYear{2021}), 0);
    EXPECT_EQ(MonitoringPeriod(2018y / 1 / 1, 2018y / 12 / 31).days_in(LossYear{2017}), 0);
}

TEST(MonitoringPeriod, WeighsAPartYearByItsDays) {
    EXPECT_EQ(first_period.fraction_of(LossYear{2018}), 295.0 / 365.0);
    EXPECT_EQ(first_period.fraction_of(LossYear{2020}), 1.0);
    EXPECT_EQ(first_period.fraction_of(LossYear{2017}), 0.0);
    EXPECT_EQ(MonitoringPeriod(2020y / 2 / 29, 2020y / 3 / 1).fraction_of(LossYear{2020}), 2.0 / 366.0);
}

TEST(MonitoringPeriod, KnowsItsFirstAndLastYear) {
    EXPECT_EQ(first_period.first_year(), LossYear{2018});
    EXPECT_EQ(first_period.last_year(), LossYear{2020});
}

TEST(MonitoringPeriod, RefusesAnEndBeforeItsStart) {
    const Error error = tests::thrown_error([] { return MonitoringPeriod{2020y / 12 / 31, 2018y / 3 / 12}; });
    EXPECT_EQ(error.code(), ErrorCode::audit_file);
    EXPECT_THAT(error.message(), HasSubstr("found 2020-12-31 and 2018-03-12"));
}

TEST(MonitoringPeriod, RefusesADateThatDoesNotExist) {
    EXPECT_EQ(tests::thrown_error([] {
                  return MonitoringPeriod{2018y / 2 / 30, 2020y / 12 / 31};
              }).code(),
              ErrorCode::audit_file);
    EXPECT_EQ(tests::thrown_error([] {
                  return MonitoringPeriod{2018y / 2 / 28, 2019y / 2 / 29};
              }).code(),
              ErrorCode::audit_file);
}

TEST(ReferencePeriod, IncludesItsFirstAndLastYear) {
    EXPECT_EQ(ReferencePeriod(LossYear{2005}, LossYear{2014}).years(), 10);
    EXPECT_EQ(ReferencePeriod(LossYear{2005}, LossYear{2005}).years(), 1);
}

TEST(ReferencePeriod, RefusesALastYearBeforeItsFirst) {
    const Error error = tests::thrown_error([] { return ReferencePeriod{LossYear{2014}, LossYear{2005}}; });
    EXPECT_EQ(error.code(), ErrorCode::audit_file);
    EXPECT_THAT(error.message(), HasSubstr("found 2014 to 2005"));
}

TEST(DaysInYear, FollowTheGregorianRule) {
    EXPECT_EQ(days_in_year(LossYear{2019}), 365);
    EXPECT_EQ(days_in_year(LossYear{2020}), 366);
    EXPECT_EQ(days_in_year(LossYear{2000}), 366);
    EXPECT_EQ(days_in_year(LossYear{2100}), 365);
}

TEST(DateText, PadsMonthsDaysAndYears) {
    EXPECT_EQ(to_string(2018y / 3 / 2), "2018-03-02");
    EXPECT_EQ(to_string(850y / 12 / 31), "0850-12-31");
}

TEST(DateText, IsReadInThatFormAlone) {
    EXPECT_EQ(parse_date("2018-03-12"), 2018y / 3 / 12);
    EXPECT_EQ(parse_date("2020-02-29"), 2020y / 2 / 29);
    for (const char* const text : {"", "2018", "2018-3-12", "2018-03-1", "2018-02-30", "2018-13-01", "2018/03/12",
                                   "2018-03-12 ", "2018-03-012", "12-03-2018", "-018-03-12", "2018-03--1"})
        EXPECT_EQ(parse_date(text), std::nullopt) << text;
}

}  // namespace
}  // namespace reddline
