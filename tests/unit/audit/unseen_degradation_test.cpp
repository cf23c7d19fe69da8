#include "audit/unseen_degradation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Both options of the loss route; option 2 expects `more_t` tonnes more than option 1.
AuditResult with_options(double more_t) {
    AuditResult results = clean_result();
    Statement statement = clean_statement();
    statement.reference = TonnesCO2e::of(1'000'000.0);
    set_answer(results, Route::loss, Arcs::option_1, statement);
    statement.reference += TonnesCO2e::of(more_t);
    set_answer(results, Route::loss, Arcs::option_2, statement);
    return results;
}

TEST(UnseenDegradation, WarnsWhenOption2ExpectsChangeThatTheLossRouteCannotSee) {
    EXPECT_THAT(check_unseen_degradation(clean_case(), with_options(12'345.6)),
                ElementsAre(Finding{"option_2_unseen_by_loss", Severity::warning, "park",
                                    "Option 2 on the loss route expects change from forest to forest that the loss "
                                    "product cannot see, so the credits of that reading are biased upwards.",
                                    "reference level of option-2 minus option-1: 12,345.6 tCO2e"}));
}

TEST(UnseenDegradation, IsSilentWhenBothOptionsExpectTheSameButForTheNoiseOfTheirSums) {
    EXPECT_THAT(check_unseen_degradation(clean_case(), with_options(0.0)), IsEmpty());
    EXPECT_THAT(check_unseen_degradation(clean_case(), with_options(1e-9)), IsEmpty());
    EXPECT_THAT(check_unseen_degradation(clean_case(), with_options(-1e-9)), IsEmpty());
}

TEST(UnseenDegradation, ComparesReadingsOfOneZoneOnly) {
    AuditResult results = with_options(500.0);
    results.readings[0].zone = belt;  // option 1 of another zone: nothing to compare with
    EXPECT_THAT(check_unseen_degradation(clean_case(), results), IsEmpty());
}

TEST(UnseenDegradation, IsSilentForOtherRoutesReferencesAndRefusals) {
    AuditResult by_maps = clean_result();
    Statement statement = clean_statement();
    statement.reference = TonnesCO2e::of(9.0);
    set_answer(by_maps, Route::maps, Arcs::option_2, statement);
    EXPECT_THAT(check_unseen_degradation(clean_case(), by_maps), IsEmpty());

    AuditResult by_rate = with_options(500.0);
    for (ReadingResult& result : by_rate.readings)
        result.reading.reference = ReferenceKind::rate_of_forest;
    EXPECT_THAT(check_unseen_degradation(clean_case(), by_rate), IsEmpty());

    AuditResult refused = with_options(500.0);
    refused.readings[0].answer = Refusal{"no factor"};
    EXPECT_THAT(check_unseen_degradation(clean_case(), refused), IsEmpty());
    EXPECT_THAT(check_unseen_degradation(clean_case(), refused_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
