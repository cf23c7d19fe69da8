#include "audit/unseen_regrowth.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::IsEmpty;

AuditResult with_post_stock() {
    AuditResult results = clean_result();
    for (ReadingResult& result : results.readings)
        result.reading.post = PostStock::post_stock;
    return results;
}

TEST(UnseenRegrowth, WarnsOncePerZoneWhenOnlyTheReferenceLevelSubtractsWhatStandsThereAfterwards) {
    const Findings findings = check_unseen_regrowth(clean_case(), with_post_stock());
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "post_stock_unseen_by_loss");
    EXPECT_EQ(findings[0].severity, Severity::warning);
    EXPECT_EQ(findings[0].subject, "park");
}

TEST(UnseenRegrowth, IsSilentWhereNothingIsSubtracted) {
    EXPECT_THAT(check_unseen_regrowth(clean_case(), clean_result()), IsEmpty());
}

TEST(UnseenRegrowth, IsSilentForOtherReferenceLevelsAndRefusals) {
    AuditResult by_history = with_post_stock();
    for (ReadingResult& result : by_history.readings)
        result.reading.reference = ReferenceKind::history;
    EXPECT_THAT(check_unseen_regrowth(clean_case(), by_history), IsEmpty());

    AuditResult refused = with_post_stock();
    for (ReadingResult& result : refused.readings)
        result.answer = Refusal{"no factors"};
    EXPECT_THAT(check_unseen_regrowth(clean_case(), refused), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
