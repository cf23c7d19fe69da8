#include "audit/displacement.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Displacement, CallsCreditsAnUpperBoundOnceWhereNoBeltIsGiven) {
    AuditResult results = clean_result();
    Statement statement = clean_statement();
    statement.displaced.reset();
    for (const Arcs arcs : {Arcs::option_1, Arcs::option_2})
        set_answer(results, Route::loss, arcs, statement);
    EXPECT_THAT(check_displacement(clean_case(), results),
                ElementsAre(Finding{"displacement_not_counted", Severity::warning, "park",
                                    "No displacement belt is given: loss that moved elsewhere is not counted, and the "
                                    "credits are an upper bound.",
                                    "no zone of role displacement_belt"}));
}

TEST(Displacement, StatesTheUnclampedAmountOfEveryYearInWhichTheBeltStayedBelowItsReference) {
    AuditResult results = clean_result();
    Statement statement = clean_statement();
    statement.years[1].displaced_unclamped = TonnesCO2e::of(-1'234.4);
    statement.years[2].displaced_unclamped = TonnesCO2e::of(99.0);
    set_answer(results, Route::loss, Arcs::option_1, statement);
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
