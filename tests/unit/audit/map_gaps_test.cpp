#include "audit/map_gaps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Stratum 0 is evergreen forest, 1 is cropland, 2 is no data; map 1 is like map 0, five years later.
AuditCase two_map_case() {
    AuditCase audit = clean_case();
    audit.maps.push_back(audit.maps.front());
    audit.maps[1].name = "types-2020";
    audit.maps[1].year = 2020;
    audit.maps[1].role = StrataRole::monitoring;
    return audit;
}

TEST(MapGaps, ReportForestThatTheLaterMapDoesNotKnow) {
    AuditResult results = clean_result();
    results.transitions = {{project, 0, 1, 0, 0, ha(30)}, {project, 0, 1, 0, 2, ha(10)}, {project, 0, 1, 1, 2, ha(50)}};
    EXPECT_THAT(
        check_map_gaps(two_map_case(), results),
        ElementsAre(Finding{"later_map_gap", Severity::warning, "park",
                            "Forest of types-2015 lies where types-2020 has no data; the maps route leaves it out of "
                            "what was expected and of what was lost.",
                            "10.0 ha, 25.00 % of that forest"}));
}

TEST(MapGaps, AreNoSubjectBetweenMapsThatTheMapsRouteDoesNotCompare) {
    AuditResult results = clean_result();
    results.transitions = {{project, 0, 1, 0, 2, ha(10)}};
    AuditCase audit = two_map_case();
    audit.maps[1].role = StrataRole::independent;
    EXPECT_THAT(check_map_gaps(audit, results), IsEmpty());
    audit.maps.push_back(audit.maps[1]);
    audit.maps[2].role = StrataRole::monitoring;
    EXPECT_THAT(check_map_gaps(audit, results), IsEmpty()) << "the third map is the one that is compared";
    results.transitions = {{project, 0, 2, 0, 2, ha(10)}};
    EXPECT_EQ(check_map_gaps(audit, results).size(), 1U);
}

TEST(MapGaps, AreSilentWhereBothMapsKnowAllForest) {
    AuditResult results = clean_result();
    results.transitions = {{project, 0, 1, 0, 1, ha(30)}, {project, 0, 1, 1, 2, ha(50)}, {project, 0, 1, 2, 2, ha(5)}};
    EXPECT_THAT(check_map_gaps(two_map_case(), results), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
