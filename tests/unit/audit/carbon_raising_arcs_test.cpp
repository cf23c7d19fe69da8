#include "audit/carbon_raising_arcs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Statement with_left_out(const std::vector<std::string>& arcs) {
    Statement statement = clean_statement();
    statement.left_out = arcs;
    return statement;
}

TEST(CarbonRaisingArcs, AreNamedForEveryOptionOfTheLossRoute) {
    AuditResult results = clean_result();
    set_answer(results, Route::loss, Arcs::option_2, with_left_out({"bamboo > evergreen", "pine > evergreen"}));
    EXPECT_THAT(check_carbon_raising_arcs(clean_case(), results),
                ElementsAre(Finding{
                    "carbon_raising_arc", Severity::note, "park",
                    "Under option-2 the national table holds transitions to as much or more carbon; they are left out.",
                    "bamboo > evergreen; pine > evergreen"}));
}

TEST(CarbonRaisingArcs, AreNotRepeatedForTheMapsRoute) {
    AuditResult results = clean_result();
    set_answer(results, Route::maps, Arcs::option_2, with_left_out({"bamboo > evergreen"}));
    EXPECT_THAT(check_carbon_raising_arcs(clean_case(), results), IsEmpty());
}

TEST(CarbonRaisingArcs, AreNoSubjectWhereNoneWasLeftOutOrTheReadingWasRefused) {
    EXPECT_THAT(check_carbon_raising_arcs(clean_case(), clean_result()), IsEmpty());
    EXPECT_THAT(check_carbon_raising_arcs(clean_case(), refused_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
