#include "audit/displacement.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

AuditResult without_displaced(Route route) {
    AuditResult results = clean_result();
    Statement statement = clean_statement();
    statement.reading.route = route;
    statement.totals.displaced.reset();
    for (StatementYear& year : statement.years) {
        year.displaced.reset();
        year.displaced_unclamped.reset();
    }
    set_statement(results, statement);
    return results;
}

TEST(Displacement, CallsCreditsAnUpperBoundWhereNoBeltIsGiven) {
    AuditCase audit = clean_case();
    audit.zones.pop_back();
    EXPECT_THAT(check_displacement(audit, without_displaced(Route::loss)),
                ElementsAre(Finding{"displacement_not_counted", Severity::warning, "park",
                                    "No displacement belt is given: loss that moved elsewhere is not counted, and the "
                                    "credits are an upper bound.",
                                    "no zone of role displacement_belt"}));
}

TEST(Displacement, CallsCreditsAnUpperBoundWhereTheClaimReportsNothingOfTheBelt) {
    EXPECT_THAT(check_displacement(clean_case(), without_displaced(Route::reported)),
                ElementsAre(Finding{"displacement_not_counted", Severity::warning, "park",
                                    "Loss in the displacement belt is not known: loss that moved elsewhere is not "
                                    "counted, and the credits are an upper bound.",
                                    "route reported has no activity data of the belt"}));
}

TEST(Displacement, StatesTheUnclampedAmountOfEveryYearInWhichTheBeltStayedBelowItsReference) {
    AuditResult results = clean_result();
    Statement statement = clean_statement();
    statement.years[1].displaced_unclamped = TonnesCO2e::of(-1'234.4);
    statement.years[0].displaced_unclamped = TonnesCO2e::of(-0.9);
    statement.years[2].displaced_unclamped = TonnesCO2e::of(99.0);
    set_statement(results, statement);
    EXPECT_THAT(check_displacement(clean_case(), results),
                ElementsAre(Finding{
                    "belt_below_reference", Severity::note, "park",
                    "Less was emitted in the belt than its own reference level; the difference is never credited.",
                    "2019: -1,234 tCO2e"}));
}

TEST(Displacement, IsSilentForABeltAtItsReferenceAndForRefusedReadings) {
    EXPECT_THAT(check_displacement(clean_case(), clean_result()), IsEmpty());
    EXPECT_THAT(check_displacement(clean_case(), refused_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
