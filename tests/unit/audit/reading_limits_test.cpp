#include "audit/reading_limits.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ReadingLimitsCheck, NotesWhichChoicesTheAuditFileRestricts) {
    AuditCase audit = clean_case();
    audit.limits = {{Choice::arcs, {{"option-2", {}}, {"option-1", {}}}}, {Choice::route, {{"loss", {}}}}};
    EXPECT_THAT(
        check_reading_limits(audit, clean_result()),
        ElementsAre(Finding{"reading_limits_set", Severity::note, "readings",
                            "The audit file crosses only some values of these choices; other readings are not looked "
                            "at.",
                            "route: loss; arcs: option-2, option-1"}));
}

TEST(ReadingLimitsCheck, IsSilentWhereEveryChoiceIsOpen) {
    EXPECT_THAT(check_reading_limits(clean_case(), clean_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
