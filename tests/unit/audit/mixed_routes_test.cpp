#include "audit/mixed_routes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

AuditCase with_history() {
    AuditCase audit = clean_case();
    audit.history =
        HistoryRule{"reference", ReferencePeriod{LossYear{2015}, LossYear{2017}}, HistoryScale::forest_area};
    return audit;
}

TEST(MixedRoutes, WarnsOnceWhenMapsAreJudgedByTheHistoryOfTheLossProduct) {
    AuditResult results = clean_result();
    for (ReadingResult& result : results.readings)
        result.reading.reference = ReferenceKind::history;
    EXPECT_THAT(check_mixed_routes(with_history(), results),
                ElementsAre(Finding{"mixed_routes", Severity::warning, "park",
                                    "The maps route sets change between two strata maps against a reference level from "
                                    "the loss product; the two do not see the same loss.",
                                    "reference history of 'reference'"}));
}

TEST(MixedRoutes, IsSilentForNationalTransitionsAndForRefusedReadings) {
    EXPECT_THAT(check_mixed_routes(clean_case(), clean_result()), IsEmpty());
    AuditResult results = refused_result();
    for (ReadingResult& result : results.readings)
        result.reading.reference = ReferenceKind::history;
    EXPECT_THAT(check_mixed_routes(with_history(), results), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
