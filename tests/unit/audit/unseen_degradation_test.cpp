#include "audit/unseen_degradation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The clean readings: loss with option 1 and 2, maps with option 1 and 2.
TEST(UnseenDegradation, CountsTheReadingsThatExpectUnseenChangeAndGivesTheRangeOfTheirCredits) {
    AuditResult results = clean_result();
    results.readings[1].caveats = {Caveat::degradation_unseen};
    results.readings[1].answer = totals_of(12'345);
    results.readings[2].caveats = {Caveat::regrowth_unexpected, Caveat::degradation_unseen};
    results.readings[2].answer = totals_of(700);
    EXPECT_THAT(check_unseen_degradation(clean_case(), results),
                ElementsAre(Finding{"option_2_unseen_by_loss", Severity::note, "park",
                                    "Some readings expect change from forest to forest that their activity data cannot "
                                    "show, so their credits are biased upwards; they are set apart as not consistent.",
                                    "2 of 4 computed readings; their credits: 700 to 12,345 tCO2e"}));
}

TEST(UnseenDegradation, SpeaksOncePerZone) {
    AuditResult results = clean_result();
    for (ReadingResult& result : results.readings)
        result.caveats = {Caveat::degradation_unseen};
    results.readings[3].zone = belt;
    const Findings findings = check_unseen_degradation(clean_case(), results);
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].evidence, "3 of 3 computed readings; their credits: 0 to 0 tCO2e");
    EXPECT_EQ(findings[1].subject, "belt");
}

TEST(UnseenDegradation, IsSilentForConsistentReadingsOtherCaveatsAndRefusals) {
    EXPECT_THAT(check_unseen_degradation(clean_case(), clean_result()), IsEmpty());
    AuditResult results = clean_result();
    results.readings[0].caveats = {Caveat::regrowth_unseen};
    EXPECT_THAT(check_unseen_degradation(clean_case(), results), IsEmpty());
    AuditResult refused = refused_result();
    refused.readings[0].caveats = {Caveat::degradation_unseen};
    EXPECT_THAT(check_unseen_degradation(clean_case(), refused), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
