#include "audit/zone_coverage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/clean_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ZoneCoverage, StatesTheShareOfAZoneThatNoLossTileCovers) {
    AuditCase audit = clean_case();
    audit.zones[belt].outside_pixels = 10;
    EXPECT_THAT(check_zone_coverage(audit, clean_result()),
                ElementsAre(Finding{"zone_partly_outside", Severity::warning, "belt",
                                    "Part of the zone lies outside the loss tiles and is not counted.",
                                    "10 of 50 pixels, 20.00 %"}));
}

TEST(ZoneCoverage, IsSilentForZonesInsideTheTiles) {
    EXPECT_THAT(check_zone_coverage(clean_case(), clean_result()), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
