#include "domain/zone_list.hpp"

#include <gmock/gmock.h>

namespace reddline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ZoneList, NamesEveryZoneOfAPlace) {
    EXPECT_THAT(zones_in(""), IsEmpty());
    EXPECT_THAT(zones_in("park"), ElementsAre("park"));
    EXPECT_THAT(zones_in("park + north + buffer"), ElementsAre("park", "north", "buffer"));
}

TEST(ZoneList, KnowsWhetherAPlaceLiesInAZone) {
    EXPECT_TRUE(lies_in("park + north", "north"));
    EXPECT_TRUE(lies_in("park + north", "park + north"));
    EXPECT_FALSE(lies_in("park + north", "nor"));
    EXPECT_FALSE(lies_in("", "park"));
}

}  // namespace
}  // namespace reddline
