#include "pipeline/crosstab_sum.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace reddline::pipeline {
namespace {

using testing::ElementsAre;

using Combination = std::vector<std::uint16_t>;

OutcomeTally counted(const Tally& tally) {
    OutcomeTally outcomes{};
    outcomes[static_cast<std::size_t>(Outcome::counted)] = tally;
    return outcomes;
}

/// Sets of this table: 0 = zone 0 alone, 1 = zones 0 and 2, 2 = zone 2 alone.
raster::RunTable overlapping() {
    return raster::RunTable({{0, 0, 2, 0}, {0, 1, 3, 2}});
}

TEST(CrosstabSum, CountsAPixelOnceForEveryZoneOfItsSet) {
    CrosstabSum sum;
    sum.add({{Combination{}}, {{{1, 0, 40, 3}, {5, 500}}}, {{1, counted({5, 500})}}, {7, 70}});
    const Crosstab table = sum.by_zone(3, 0, overlapping());
    EXPECT_THAT(table.bins(), ElementsAre(Bin{{0, 0, 40, 3}, {5, 500}}, Bin{{2, 0, 40, 3}, {5, 500}}));
    EXPECT_EQ(table.zone_outcome(0), counted({5, 500}));
    EXPECT_EQ(table.zone_outcome(1), OutcomeTally{});
    EXPECT_EQ(table.zone_outcome(2), counted({5, 500}));
    EXPECT_EQ(table.pixels_read(), 12) << "5 in zones, each once, and 7 outside";
}

TEST(CrosstabSum, AddsUpBlocksWhoseCombinationsAreNumberedDifferently) {
    CrosstabSum sum;
    sum.add({{Combination{4}, Combination{2}}, {{{0, 0, 9, 0}, {1, 10}}, {{0, 1, 9, 0}, {2, 20}}}, {}, {}});
    sum.add({{Combination{2}, Combination{4}}, {{{0, 0, 9, 0}, {4, 40}}, {{0, 1, 9, 0}, {8, 80}}}, {}, {}});
    const Crosstab table = sum.by_zone(1, 1, raster::RunTable({{0, 0, 1, 0}}));
    EXPECT_THAT(table.combinations(), ElementsAre(Combination{2}, Combination{4}));
    EXPECT_THAT(table.bins(), ElementsAre(Bin{{0, 0, 9, 0}, {6, 60}}, Bin{{0, 1, 9, 0}, {9, 90}}));
}

TEST(CrosstabSum, KeepsTheLargestKeysApart) {
    CrosstabSum sum;
    sum.add({{Combination{0}, Combination{0xFFFE}},
             {{{0, 1, 100, 250}, {1, 1}}, {{0, 1, 100, 249}, {2, 2}}, {{0, 0, 100, 250}, {4, 4}}},
             {},
             {}});
    const Crosstab table = sum.by_zone(1, 1, raster::RunTable({{0, 0, 1, 0}}));
    EXPECT_THAT(table.bins(), ElementsAre(Bin{{0, 0, 100, 250}, {4, 4}}, Bin{{0, 1, 100, 249}, {2, 2}},
                                          Bin{{0, 1, 100, 250}, {1, 1}}));
}

TEST(CrosstabSum, IsAnEmptyTableWithoutBlocks) {
    EXPECT_EQ(CrosstabSum{}.by_zone(2, 1, raster::RunTable{}), Crosstab(2, 1));
}

}  // namespace
}  // namespace reddline::pipeline
