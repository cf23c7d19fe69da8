#include "domain/zone.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(ZoneRole, ReadsBackFromItsName) {
    for (const auto role : {ZoneRole::project, ZoneRole::displacement_belt, ZoneRole::reference_region,
                            ZoneRole::jurisdiction, ZoneRole::donor, ZoneRole::other}) {
        EXPECT_EQ(zone_role_of(to_string(role)), role);
    }
    EXPECT_EQ(to_string(ZoneRole::displacement_belt), "displacement_belt");
}

TEST(ZoneRole, IsNothingForAnUnknownName) {
    EXPECT_EQ(zone_role_of("belt"), std::nullopt);
}

}  // namespace
}  // namespace reddline
