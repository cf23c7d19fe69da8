#include "report/choices.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_case.hpp"

namespace reddline::report {
namespace {

using testing::Contains;
using testing::Not;
using testing::StartsWith;

TEST(ChoiceLines, ExplainEveryChoiceOfAnyReadingOnce) {
    const std::vector<std::string> lines = choice_lines(worked_result());
    for (const char* choice : {"route loss: ", "route maps: ", "option-1: ", "option-2: ", "post-stock: ",
                               "reference level from transitions: ", "linear: ", "pooled: ", "areas static: "})
        EXPECT_THAT(lines, Contains(StartsWith(choice)).Times(1)) << choice;
    EXPECT_EQ(lines.size(), 9U);
}

TEST(ChoiceLines, LeaveOutWhatHasNoPartInAnyReading) {
    AuditResult results = worked_result();
    results.readings.clear();
    results.default_reading.reference = ReferenceKind::history;
    results.default_reading.post = PostStock::zero;
    const std::vector<std::string> lines = choice_lines(results);
    EXPECT_THAT(lines, Contains(StartsWith("zero: ")));
    EXPECT_THAT(lines, Contains(StartsWith("reference level from history: ")));
    EXPECT_THAT(lines, Not(Contains(StartsWith("linear: "))));
    EXPECT_EQ(lines.size(), 4U);
}

}  // namespace
}  // namespace reddline::report
