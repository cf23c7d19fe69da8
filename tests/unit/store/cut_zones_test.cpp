#include "store/cut_zones.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace reddline::store {
namespace {

using testing::ElementsAre;

CutZones two_zones() {
    return {{{{"project", ZoneRole::project, "project", ""}, 3, 1, {25, 0}, 4},
             {{"belt/\"north\"\n", ZoneRole::displacement_belt, "belt", "project"}, 1, 0, {10, 0}, 0}},
            raster::RunTable({{2, 0, 25, 0}, {2, 20, 30, 1}}),
            {{"zones_overlap", Severity::contradiction, "project and belt", "They share hectares.", "5 pixels"}}};
}

TEST(CutZones, AreReadBackAsTheyWereWritten) {
    const auto read = parse_cut_zones(cut_zones_bytes(two_zones(), "key"), "key");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->zones, two_zones().zones);
    EXPECT_EQ(read->findings, two_zones().findings);
    EXPECT_EQ(read->runs.bounds(), two_zones().runs.bounds());
    EXPECT_THAT(read->runs.runs_of(2),
                ElementsAre(raster::Run{0, 20, 0}, raster::Run{20, 25, 1}, raster::Run{25, 30, 2}));
}

TEST(CutZones, OfAnotherKeyAreNone) {
    EXPECT_FALSE(parse_cut_zones(cut_zones_bytes(two_zones(), "key"), "other key"));
}

TEST(CutZones, AreNoneWhereAnyByteIsAnotherOrMissing) {
    const std::string bytes = cut_zones_bytes(two_zones(), "key");
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_FALSE(parse_cut_zones(changed, "key")) << i;
        EXPECT_FALSE(parse_cut_zones(bytes.substr(0, i), "key")) << i;
    }
}

}  // namespace
}  // namespace reddline::store
