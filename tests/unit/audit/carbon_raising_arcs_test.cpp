#include "audit/carbon_raising_arcs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CarbonRaisingArcs, AreNamedForTheDefaultReading) {
    AuditResult results = clean_result();
    Statement statement = clean_statement();
    statement.reading.arcs = Arcs::option_2;
    statement.left_out = {"bamboo > evergreen", "pine > evergreen"};
    set_statement(results, statement);
    EXPECT_THAT(check_carbon_raising_arcs(clean_case(), results),
                ElementsAre(Finding{
                    "carbon_raising_arc", Severity::note, "park",
                    "Under option-2 the national table holds transitions to as much or more carbon; they are left out.",
                    "bamboo > evergreen; pine > evergreen"}));
}

TEST(CarbonRaisingArcs, AreNoSubjectWhereNoneWasLeftOutOrTheReadingWasRefused) {
    EXPECT_THAT(check_carbon_raising_arcs(clean_case(), clean_result()), IsEmpty());
    EXPECT_THAT(check_carbon_raising_arcs(clean_case(), refused_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
