#include "audit/zone_facts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/claimed_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;

TEST(ZoneFacts, FindTheStatementUnlessItWasRefused) {
    const AuditResult results = clean_result();
    EXPECT_EQ(statement_of(results, project), &results.statements[0].answer.value());
    EXPECT_EQ(statement_of(results, belt), nullptr);
    EXPECT_EQ(statement_of(refused_result(), project), nullptr);
}

TEST(ZoneFacts, FindTheZoneOfTheClaimAndItsStratumQuestion) {
    const AuditResult results = claimed_result();
    EXPECT_EQ(claimed_zone(claimed_case()), project);
    EXPECT_EQ(claimed_zone(clean_case()), std::nullopt);
    EXPECT_EQ(claimed_question(claimed_case(), results), &results.stratum_questions[0]);
    EXPECT_EQ(claimed_question(clean_case(), results), nullptr);
    EXPECT_EQ(question_of(results, belt), nullptr);
}

TEST(ZoneFacts, ListTheProjects) {
    AuditCase audit = clean_case();
    audit.zones.push_back({{"second park", ZoneRole::project, "parks", ""}, 1, 0, ha(1), 0});
    EXPECT_THAT(project_zones(audit), ElementsAre(0U, 2U));
}

TEST(ZoneFacts, TakeAreaFromPixelsElseFromTheDeclaredStrata) {
    EXPECT_EQ(area_of_zone(clean_case(), belt), Hectares::of(40.0));
    EXPECT_EQ(area_of_zone(tables_only_case(), project), Hectares::of(100.0));
    EXPECT_EQ(area_of_zone(tables_only_case(), belt), Hectares{});
}

}  // namespace
}  // namespace reddline::audit
