#include "raster/block_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "reference/draw.hpp"
#include "unit/raster/grid_of.hpp"

namespace reddline::raster {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Every band is one window of this size.
void expect_shape(const PlanShape& shape, std::int64_t columns, std::int64_t rows) {
    EXPECT_EQ(shape, (PlanShape{{columns, rows}, {columns, rows}, {}}));
}

std::vector<Window> planned(const Grid& grid, const BlockShape& shape, const RunTable& runs) {
    std::vector<Window> windows;
    for (const Band& band : plan_bands(grid, {shape, shape, {}}, runs))
        windows.insert(windows.end(), band.begin(), band.end());
    return windows;
}

TEST(ShapeFor, TakesAsManyRowStripsAsMakeEnoughPixels) {
    // 3 x 40,000 = 120,000 are too few for 131,072, 4 are enough.
    expect_shape(shape_for({{40'000, 1}}, grid_of(40'000, 40'000)), 40'000, 4);
}

TEST(ShapeFor, StacksSquareBlocks) {
    expect_shape(shape_for({{512, 512}}, grid_of(40'000, 40'000)), 512, 512);  // 262,144
    expect_shape(shape_for({{400, 400}}, grid_of(40'000, 40'000)), 400, 400);  // 160,000
    expect_shape(shape_for({{256, 256}}, grid_of(40'000, 40'000)), 256, 512);  // 2 x 65,536, just enough
}

TEST(ShapeFor, FollowsTheLargestBlockWhereItHoldsWholeOnesOfTheOthers) {
    expect_shape(shape_for({{512, 512}, {256, 256}, {512, 1}}, grid_of(40'000, 40'000)), 512, 512);
}

TEST(ShapeFor, ReadsStripsOfABandInWhichSquareBlocksAreDecodedOnce) {
    EXPECT_EQ(shape_for({{40'000, 1}, {400, 400}}, grid_of(40'000, 40'000)),
              (PlanShape{{40'000, 400}, {40'000, 4}, {}}));
}

TEST(ShapeFor, LetsBlocksThatDoNotFitEachOtherShareABand) {
    EXPECT_EQ(shape_for({{512, 512}, {400, 400}}, grid_of(40'000, 40'000)),
              (PlanShape{{40'000, 2'048}, {512, 2'048}, {}}));
}

TEST(ShapeFor, WidensWhereTheGridHasTooFewRows) {
    // 500 rows x 256 columns = 128,000 are too few, two blocks side by side are enough.
    expect_shape(shape_for({{256, 256}}, grid_of(40'000, 500)), 512, 500);
}

TEST(ShapeFor, IsTheWholeGridWhereThatIsSmall) {
    expect_shape(shape_for({{512, 512}}, grid_of(300, 200)), 300, 200);
    expect_shape(shape_for({{16, 16}}, grid_of(300, 200)), 300, 200);
}

TEST(ShapeFor, TakesWholeRowsWithoutNativeBlocks) {
    expect_shape(shape_for({}, grid_of(100'000, 100'000)), 100'000, 2);
}

TEST(ShapeFor, IsNothingForAnEmptyGrid) {
    expect_shape(shape_for({{256, 256}}, grid_of(0, 0)), 0, 0);
}

TEST(CellShapeFor, IsOneLargestNativeBlockOrAsManyAsMakeEnoughPixels) {
    const Grid grid = grid_of(40'000, 40'000);
    EXPECT_EQ(cell_shape_for({{400, 400}}, grid), (BlockShape{400, 400}));
    EXPECT_EQ(cell_shape_for({{64, 64}, {16, 16}}, grid), (BlockShape{128, 128}));  // 16,384, just enough
    EXPECT_EQ(cell_shape_for({{128, 64}}, grid), (BlockShape{128, 128}));
    EXPECT_EQ(cell_shape_for({{40'000, 1}}, grid), (BlockShape{40'000, 1}));
    EXPECT_EQ(cell_shape_for({{400, 400}, {40'000, 1}}, grid), (BlockShape{40'000, 400}));
}

TEST(CellShapeFor, StaysWithinTheGrid) {
    EXPECT_EQ(cell_shape_for({{64, 64}}, grid_of(100, 1'000)), (BlockShape{100, 256}));
    EXPECT_EQ(cell_shape_for({{64, 64}}, grid_of(100, 90)), (BlockShape{100, 90}));
    EXPECT_EQ(cell_shape_for({{256, 256}}, grid_of(10, 20)), (BlockShape{10, 20}));
}

TEST(PlanBands, ListsTheBlocksThatARunTouchesRowByRow) {
    //         columns 0-3  4-7  8-9
    // rows 0-2          A         B
    // rows 3-4          A    C    C
    const RunTable runs({{2, 3, 4, 0}, {3, 0, 1, 0}, {0, 9, 10, 1}, {4, 7, 9, 2}});
    EXPECT_THAT(planned(grid_of(10, 5), {4, 3}, runs),
                ElementsAre(Window{0, 0, 4, 3}, Window{8, 0, 2, 3}, Window{0, 3, 4, 2}, Window{4, 3, 4, 2},
                            Window{8, 3, 2, 2}));
}

TEST(PlanBands, KeepsTheWindowsOfABandTogether) {
    //         columns 0-1 2-3 4-5 6-7 8-9
    // rows 0-1              A       A
    // row  2            A
    // rows 3-4                        A
    const RunTable runs({{1, 5, 6, 0}, {0, 8, 10, 0}, {2, 3, 4, 0}, {4, 9, 10, 0}});
    EXPECT_THAT(plan_bands(grid_of(10, 5), {{10, 3}, {2, 2}, {}}, runs),
                ElementsAre(ElementsAre(Window{4, 0, 2, 2}, Window{8, 0, 2, 2}, Window{2, 2, 2, 1}),
                            ElementsAre(Window{8, 3, 2, 2})));
    EXPECT_EQ(windows_in(plan_bands(grid_of(10, 5), {{10, 3}, {2, 2}, {}}, runs)), 4U);
}

TEST(PlanBands, CutsWindowsToThePartInUseInSteps) {
    const Grid grid = grid_of(40, 100);
    const RunTable runs({{37, 3, 4, 0}, {41, 11, 22, 0}, {58, 33, 34, 0}});
    // Two windows side by side: columns 0 to 19 with rows 37 and 41, columns 20 to 39 with rows 41 and 58.
    EXPECT_THAT(plan_bands(grid, {{40, 100}, {20, 100}, {5, 10}}, runs),
                ElementsAre(ElementsAre(Window{0, 30, 20, 20}, Window{20, 40, 15, 20})));
    EXPECT_THAT(plan_bands(grid, {{40, 100}, {40, 100}, {1, 1}}, runs),
                ElementsAre(ElementsAre(Window{3, 37, 31, 22})));
    EXPECT_THAT(plan_bands(grid, {{40, 40}, {40, 40}, {40, 30}}, runs),
                ElementsAre(ElementsAre(Window{0, 30, 40, 10}), ElementsAre(Window{0, 40, 40, 20})));
}

TEST(PlanBands, CutsEveryWindowToTheSmallestOneThatHoldsItsPixels) {
    reference::Draw draw(42);
    for (int round = 0; round < 300; ++round) {
        const Grid grid = grid_of(draw.whole(1, 40), draw.whole(1, 12));
        std::vector<Span> spans;
        // Wide runs one below the other, as zones have them, some rows left out.
        for (std::int64_t i = draw.whole(0, 20); i > 0; --i) {
            const std::int64_t first = draw.whole(0, std::min<std::int64_t>(3, grid.columns - 1));
            const auto area = static_cast<std::uint32_t>(draw.whole(0, 1));
            spans.push_back({draw.whole(0, grid.rows - 1), first, draw.whole(first + 1, grid.columns), area});
        }
        const RunTable runs(spans);
        const BlockShape shape{draw.whole(1, 6), draw.whole(1, 6)};
        std::vector<Window> expected;
        for (std::int64_t row = 0; row < grid.rows; row += shape.rows) {
            for (std::int64_t column = 0; column < grid.columns; column += shape.columns) {
                std::int64_t left = grid.columns, top = grid.rows, right = 0, bottom = 0;
                runs.for_each({column, row, shape.columns, shape.rows},
                              [&](std::int64_t at, std::int64_t first, std::int64_t end, std::uint32_t) {
                                  left = std::min(left, first);
                                  top = std::min(top, at);
                                  right = std::max(right, end);
                                  bottom = std::max(bottom, at + 1);
                              });
                if (left < right) expected.push_back({left, top, right - left, bottom - top});
            }
        }
        std::vector<Window> found;
        for (const Band& band : plan_bands(grid, {shape, shape, {1, 1}}, runs))
            found.insert(found.end(), band.begin(), band.end());
        EXPECT_EQ(found, expected);
    }
}

TEST(PlanBands, IsEmptyWithoutRunsAndForRunsBeyondTheGrid) {
    EXPECT_THAT(planned(grid_of(10, 5), {4, 3}, {}), IsEmpty());
    EXPECT_THAT(planned(grid_of(10, 5), {4, 3}, RunTable({{7, 0, 3, 0}, {1, 12, 15, 0}})), IsEmpty());
    EXPECT_THAT(planned(grid_of(0, 0), {4, 3}, RunTable({{0, 0, 3, 0}})), IsEmpty());
}

TEST(PlanBands, HoldsEveryPixelOfTheRunsOnceAndNoBlockWithoutOne) {
    reference::Draw draw(41);
    for (int round = 0; round < 200; ++round) {
        const Grid grid = grid_of(draw.whole(1, 40), draw.whole(1, 40));
        std::vector<Span> spans;
        for (std::int64_t i = draw.whole(0, 12); i > 0; --i) {
            const std::int64_t first = draw.whole(0, grid.columns - 1);
            spans.push_back({draw.whole(0, grid.rows - 1), first, draw.whole(first + 1, grid.columns), 0});
        }
        const RunTable runs(spans);
        const auto pixels_in = [&](const Window& window) {
            std::int64_t pixels = 0;
            runs.for_each(window, [&](auto, std::int64_t first, std::int64_t end, auto) { pixels += end - first; });
            return pixels;
        };
        std::int64_t planned_pixels = 0;
        for (const Window& block : planned(grid, {draw.whole(1, 9), draw.whole(1, 9)}, runs)) {
            EXPECT_TRUE(runs.touches(block));
            planned_pixels += pixels_in(block);
        }
        EXPECT_EQ(planned_pixels, pixels_in({0, 0, grid.columns, grid.rows}));
    }
}

TEST(JoinedBands, KeepEveryWindowInItsPlaceInBandsThatAreLongEnough) {
    const std::vector<Band> plan{{{0, 0, 1, 1}}, {{1, 0, 1, 1}, {2, 0, 1, 1}}, {{3, 0, 1, 1}}, {{4, 0, 1, 1}}};
    EXPECT_THAT(joined_bands(plan, 2),
                ElementsAre(Band{{0, 0, 1, 1}, {1, 0, 1, 1}, {2, 0, 1, 1}}, Band{{3, 0, 1, 1}, {4, 0, 1, 1}}));
    EXPECT_EQ(joined_bands(plan, 1), plan);
    EXPECT_THAT(joined_bands({}, 2), IsEmpty());
}

}  // namespace
}  // namespace reddline::raster
