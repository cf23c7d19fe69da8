#include "audit/codes_out_of_range.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CodesOutOfRange, ReportsLossCodesBeyondTheLastYearWithTheirShareOfTheZone) {
    AuditCase audit = clean_case();
    set_outcomes(audit, outcomes_of(Outcome::beyond_last_year, ha(3)));
    EXPECT_THAT(
        check_codes_out_of_range(audit, clean_result()),
        ElementsAre(Finding{"codes_beyond_last_year", Severity::warning, "park",
                            "Loss codes beyond 2020, the last year of GFC-2020-v1.8, were rejected; check release "
                            "and last_year.",
                            "3 of 100 pixels, 3.0000 %"}));
}

TEST(CodesOutOfRange, ReportsCanopyCoverAboveAHundred) {
    AuditCase audit = clean_case();
    set_outcomes(audit, outcomes_of(Outcome::cover_out_of_range, ha(1)));
    EXPECT_THAT(check_codes_out_of_range(audit, clean_result()),
                ElementsAre(Finding{"cover_out_of_range", Severity::warning, "park",
                                    "Canopy cover above 100 per cent was rejected; check the tree cover layer.",
                                    "1 of 100 pixels, 1.0000 %"}));
}

TEST(CodesOutOfRange, IsSilentWhenEveryCodeIsInRangeAndWhereNothingWasCounted) {
    EXPECT_THAT(check_codes_out_of_range(clean_case(), clean_result()), IsEmpty());
    EXPECT_THAT(check_codes_out_of_range(tables_only_case(), tables_only_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
