#include "audit/some_readings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SomeReadings, WarnWhenCreditsExistUnderSomeConsistentReadingsOnly) {
    AuditResult results = clean_result();
    results.readings[0].answer = totals_of(1'500);
    results.readings[1].answer = totals_of(700);
    CreditTotals worst = totals_of(0);
    worst.reduction = TonnesCO2e::of(-2'345.6);
    results.readings[3].answer = worst;
    EXPECT_THAT(
        check_some_readings(clean_case(), results),
        ElementsAre(Finding{"credits_under_some_readings", Severity::warning, "park",
                            "Credits exist only under some of the readings that treat what was expected and "
                            "what is observed alike.",
                            "2 readings with 700 to 1,500 tCO2e of credits; 2 readings without, with reductions "
                            "down to -2,346 tCO2e"}));
}

TEST(SomeReadings, LeaveReadingsOutThatAreRefusedOrNotConsistent) {
    AuditResult results = clean_result(500);
    results.readings[0].answer = Refusal{"no factor"};
    results.readings[1].answer = totals_of(0);
    results.readings[1].caveats = {Caveat::regrowth_unseen};
    EXPECT_THAT(check_some_readings(clean_case(), results), IsEmpty());
}

TEST(SomeReadings, AreNoSubjectWhereAllAgree) {
    EXPECT_THAT(check_some_readings(clean_case(), clean_result()), IsEmpty());
    EXPECT_THAT(check_some_readings(clean_case(), clean_result(500)), IsEmpty());
    EXPECT_THAT(check_some_readings(clean_case(), refused_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
