#include "raster/block_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "reference/draw.hpp"

namespace reddline::raster {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Grid grid_of(std::int64_t columns, std::int64_t rows) {
    Grid grid;
    grid.columns = columns;
    grid.rows = rows;
    return grid;
}

void expect_shape(const BlockShape& shape, std::int64_t columns, std::int64_t rows) {
    EXPECT_EQ(shape.columns, columns);
    EXPECT_EQ(shape.rows, rows);
}

TEST(ShapeFor, TakesAsManyRowStripsAsMakeAQuarterMillionPixels) {
    // 6 x 40,000 = 240,000 are too few, 7 are enough.
    expect_shape(shape_for({{40'000, 1}}, grid_of(40'000, 40'000)), 40'000, 7);
}

TEST(ShapeFor, StacksSquareBlocks) {
    expect_shape(shape_for({{512, 512}}, grid_of(40'000, 40'000)), 512, 512);    // 262,144, just enough
    expect_shape(shape_for({{400, 400}}, grid_of(40'000, 40'000)), 400, 800);    // 160,000 are too few
    expect_shape(shape_for({{256, 256}}, grid_of(40'000, 40'000)), 256, 1'024);  // 4 x 65,536
}

TEST(ShapeFor, FollowsTheWidestAndTheHighestNativeBlock) {
    expect_shape(shape_for({{40'000, 1}, {400, 400}}, grid_of(40'000, 40'000)), 40'000, 400);
}

TEST(ShapeFor, WidensWhereTheGridHasTooFewRows) {
    // 1,000 rows x 256 columns = 256,000 are too few, two blocks side by side are enough.
    expect_shape(shape_for({{256, 256}}, grid_of(40'000, 1'000)), 512, 1'000);
}

TEST(ShapeFor, IsTheWholeGridWhereThatIsSmall) {
    expect_shape(shape_for({{512, 512}}, grid_of(300, 200)), 300, 200);
    expect_shape(shape_for({{16, 16}}, grid_of(300, 200)), 300, 200);
}

TEST(ShapeFor, TakesWholeRowsWithoutNativeBlocks) {
    expect_shape(shape_for({}, grid_of(100'000, 100'000)), 100'000, 3);
}

TEST(ShapeFor, IsNothingForAnEmptyGrid) {
    expect_shape(shape_for({{256, 256}}, grid_of(0, 0)), 0, 0);
}

TEST(PlanBlocks, ListsTheBlocksThatARunTouchesRowByRow) {
    //         columns 0-3  4-7  8-9
    // rows 0-2          A         B
    // rows 3-4          A    C    C
    const RunTable runs({{2, 3, 4, 0}, {3, 0, 1, 0}, {0, 9, 10, 1}, {4, 7, 9, 2}});
    EXPECT_THAT(plan_blocks(grid_of(10, 5), {4, 3}, runs),
                ElementsAre(Window{0, 0, 4, 3}, Window{8, 0, 2, 3}, Window{0, 3, 4, 2}, Window{4, 3, 4, 2},
                            Window{8, 3, 2, 2}));
}

TEST(PlanBlocks, IsEmptyWithoutRunsAndForRunsBeyondTheGrid) {
    EXPECT_THAT(plan_blocks(grid_of(10, 5), {4, 3}, {}), IsEmpty());
    EXPECT_THAT(plan_blocks(grid_of(10, 5), {4, 3}, RunTable({{7, 0, 3, 0}, {1, 12, 15, 0}})), IsEmpty());
    EXPECT_THAT(plan_blocks(grid_of(0, 0), {4, 3}, RunTable({{0, 0, 3, 0}})), IsEmpty());
}

TEST(PlanBlocks, HoldsEveryPixelOfTheRunsOnceAndNoBlockWithoutOne) {
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
        std::int64_t planned = 0;
        for (const Window& block : plan_blocks(grid, {draw.whole(1, 9), draw.whole(1, 9)}, runs)) {
            EXPECT_TRUE(runs.touches(block));
            planned += pixels_in(block);
        }
        EXPECT_EQ(planned, pixels_in({0, 0, grid.columns, grid.rows}));
    }
}

}  // namespace
}  // namespace reddline::raster
