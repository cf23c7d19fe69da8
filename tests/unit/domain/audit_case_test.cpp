#include "domain/audit_case.hpp"

#include <gtest/gtest.h>

#include "support/thrown_error.hpp"

namespace reddline {
namespace {

AuditCase case_of_two_zones_and_two_areas() {
    AuditCase audit{{}, {}, {}, LossCodes{LossYear{2001}, LossYear{2020}}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    audit.zones.resize(2);
    audit.zones[0].zone.name = "project";
    audit.zones[1].zone.name = "belt";
    audit.crosstabs = {{0.0, Crosstab(2, 1)}, {0.5, Crosstab(2, 3)}};
    return audit;
}

TEST(AuditCase, FindsTheCrosstabOfAMinimumArea) {
    const AuditCase audit = case_of_two_zones_and_two_areas();
    EXPECT_EQ(audit.crosstab(0.0).maps(), 1U);
    EXPECT_EQ(audit.crosstab(0.5).maps(), 3U);
}

TEST(AuditCase, StopsAtAMinimumAreaThatWasNotCounted) {
    const AuditCase audit = case_of_two_zones_and_two_areas();
    EXPECT_EQ(tests::thrown_error([&] { return audit.crosstab(1.0); }).code(), ErrorCode::crosstab_mismatch);
}

TEST(AuditCase, FindsAZoneByItsName) {
    const AuditCase audit = case_of_two_zones_and_two_areas();
    EXPECT_EQ(audit.zone_index("project"), 0U);
    EXPECT_EQ(audit.zone_index("belt"), 1U);
    EXPECT_EQ(audit.zone_index("Belt"), std::nullopt);
}

}  // namespace
}  // namespace reddline
