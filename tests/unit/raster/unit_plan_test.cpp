#include "raster/unit_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "reference/draw.hpp"
#include "unit/raster/grid_of.hpp"

namespace reddline::raster {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::vector<Window> two_tiles{{0, 0, 20, 40}, {20, 0, 20, 40}};

TEST(UnitPlans, GoTileByTileAndFromTopToBottom) {
    // Bands as wide as the grid are cut between the tiles.
    const std::vector<Band> plan{{{0, 0, 10, 10}, {10, 0, 10, 10}, {20, 0, 10, 10}},
                                 {{0, 10, 10, 10}, {30, 10, 10, 10}}};
    const auto units = unit_plans(plan, two_tiles, 1'000'000, 0, grid_of(40, 40));
    ASSERT_THAT(units, SizeIs(2));
    EXPECT_EQ(units[0].tile, 0U);
    EXPECT_THAT(units[0].bands, ElementsAre(Band{{0, 0, 10, 10}, {10, 0, 10, 10}}, Band{{0, 10, 10, 10}}));
    EXPECT_EQ(units[1].tile, 1U);
    EXPECT_THAT(units[1].bands, ElementsAre(Band{{20, 0, 10, 10}}, Band{{30, 10, 10, 10}}));
    EXPECT_EQ(bounds_of(units[1]), (Window{20, 0, 20, 20}));
}

TEST(UnitPlans, TakeBandsUntilTheyHaveEnoughPixels) {
    const std::vector<Band> plan{{{0, 0, 10, 10}}, {{0, 10, 10, 10}}, {{0, 20, 10, 10}}};
    const Grid grid = grid_of(40, 40);
    EXPECT_THAT(unit_plans(plan, two_tiles, 1, 0, grid), SizeIs(3));
    EXPECT_THAT(unit_plans(plan, two_tiles, 101, 0, grid), SizeIs(2));
    EXPECT_THAT(unit_plans(plan, two_tiles, 201, 0, grid), SizeIs(1));
    // With the halo the first has 11 x 11 pixels, the others 11 x 12.
    EXPECT_THAT(unit_plans(plan, two_tiles, 121, 1, grid), SizeIs(3));
    EXPECT_THAT(unit_plans(plan, two_tiles, 122, 1, grid), SizeIs(2));
}

TEST(UnitPlans, AreNoneForAnEmptyPlan) {
    EXPECT_THAT(unit_plans({}, two_tiles, 1, 0, grid_of(40, 40)), IsEmpty());
}

TEST(UnitPlans, HoldEveryWindowOnceWhateverTheirSize) {
    reference::Draw draw(3);
    for (int repeat = 0; repeat < 200; ++repeat) {
        const Grid grid = grid_of(40, 40);
        std::vector<Band> plan;
        std::vector<Window> expected;
        for (std::int64_t row = 0; row < 40; row += 5) {
            Band band;
            for (std::int64_t column = 0; column < 40; column += 8) {
                if (draw.whole(0, 2) == 0) continue;
                band.push_back({column, row, 8, 5});
                expected.push_back(band.back());
            }
            if (!band.empty()) plan.push_back(band);
        }
        std::vector<Window> found;
        for (const UnitPlan& unit : unit_plans(plan, two_tiles, draw.whole(1, 400), draw.whole(0, 3), grid)) {
            EXPECT_FALSE(unit.bands.empty());
            for (const Band& band : unit.bands) {
                for (const Window& window : band) {
                    EXPECT_EQ(intersection(bounds_of(unit), window), window);
                    EXPECT_FALSE(intersection(two_tiles[unit.tile], window).empty());
                    found.push_back(window);
                }
            }
        }
        std::ranges::sort(expected);
        std::ranges::sort(found);
        EXPECT_EQ(found, expected);
    }
}

}  // namespace
}  // namespace reddline::raster
