#include "audit/claimed_area.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/claimed_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Findings check_area(AuditCase audit, double claimed_ha) {
    audit.claim = clean_claim();
    audit.claim->area = Hectares::of(claimed_ha);
    return check_claimed_area(audit, claimed_result());
}

Finding differs(const std::string& evidence) {
    return {"project_area_differs", Severity::warning, "park",
            "The claim states another project area than the zone has, so reported and mapped loss may not be of the "
            "same land.",
            evidence};
}

TEST(ClaimedArea, WarnsWhenItDiffersFromThePixelsOfTheZoneByMoreThanOnePerCent) {
    EXPECT_THAT(check_area(clean_case(), 102.0),
                ElementsAre(differs("claimed 102.0 ha, pixels of the zone 100.0 ha, difference +2.0 ha (2.00 %)")));
    EXPECT_THAT(check_area(clean_case(), 75.0),
                ElementsAre(differs("claimed 75.0 ha, pixels of the zone 100.0 ha, difference -25.0 ha (-25.00 %)")));
}

TEST(ClaimedArea, IsHeldAgainstTheDeclaredStrataWhereNothingWasCounted) {
    EXPECT_THAT(check_area(tables_only_case(), 150.0),
                ElementsAre(differs("claimed 150.0 ha, declared strata of the zone 100.0 ha, difference +50.0 ha "
                                    "(50.00 %)")));
}

TEST(ClaimedArea, IsNotDoubtedUpToOnePerCent) {
    EXPECT_THAT(check_area(clean_case(), 101.0), IsEmpty());
    EXPECT_THAT(check_area(clean_case(), 99.0), IsEmpty());
    EXPECT_THAT(check_area(tables_only_case(), 100.0), IsEmpty());
}

TEST(ClaimedArea, IsNoSubjectWhereTheClaimOrTheZoneStatesNone) {
    AuditCase audit = claimed_case();
    audit.claim->area.reset();
    EXPECT_THAT(check_claimed_area(audit, claimed_result()), IsEmpty());
    EXPECT_THAT(check_claimed_area(clean_case(), clean_result()), IsEmpty());
    AuditCase undeclared = tables_only_case();
    undeclared.declared_areas.clear();
    EXPECT_THAT(check_area(undeclared, 100.0), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
