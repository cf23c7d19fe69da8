#include "raster/halo_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "unit/raster/grid_of.hpp"

namespace reddline::raster {
namespace {

constexpr std::int64_t landsat_pixel_cm2 = 7'500'000;  // 750 m2
const std::vector<BlockShape> strips{{40'000, 1}};
const std::vector<BlockShape> squares{{256, 256}};

HaloNeeds needs_of(std::int64_t halo) {
    return {.halo = halo, .layers = 4, .file_bytes_per_pixel = 4.0};
}

TEST(HaloOf, IsTheFewestPixelsThatReachTheMinimumArea) {
    EXPECT_EQ(halo_of(0.5, landsat_pixel_cm2), 7);    // 5,000 m2 / 750 m2 = 6.67
    EXPECT_EQ(halo_of(0.75, landsat_pixel_cm2), 10);  // exactly ten
    EXPECT_EQ(halo_of(0.0, landsat_pixel_cm2), 0);
}

TEST(ShapeWithHalo, IsThePlainShapeWithoutAHalo) {
    const Grid grid = grid_of(40'000, 40'000);
    EXPECT_EQ(shape_with_halo(squares, grid, needs_of(0)), shape_for(squares, grid));
    EXPECT_EQ(shape_with_halo(squares, grid_of(0, 0), needs_of(7)), PlanShape{});
}

TEST(ShapeWithHalo, CutsBandsAsWideAsTheGridIntoWindowsOfWholeNativeBlocks) {
    for (const auto& [native, halo] : {std::pair{squares, 7}, {squares, 67}, {strips, 7}, {strips, 20}}) {
        const auto shape = shape_with_halo(native, grid_of(40'000, 40'000), needs_of(halo));
        ASSERT_TRUE(shape.has_value());
        EXPECT_EQ(shape->band, (BlockShape{40'000, shape->window.rows}));
        EXPECT_EQ(shape->window.columns % native.front().columns, 0);
        EXPECT_EQ(shape->window.rows % native.front().rows, 0);
        // At most a quarter of the rows is decoded twice.
        const std::int64_t above_and_below =
            2 * ((halo + native.front().rows - 1) / native.front().rows) * native.front().rows;
        EXPECT_LE(above_and_below, shape->window.rows / 4);
    }
}

TEST(ShapeWithHalo, StaysSmallForTheUsualMinimumArea) {
    const Grid grid = grid_of(40'000, 40'000);
    for (const auto& native : {strips, squares, std::vector<BlockShape>{{400, 400}}}) {
        const auto shape = shape_with_halo(native, grid, needs_of(7));
        ASSERT_TRUE(shape.has_value());
        EXPECT_LE(bytes_per_thread(shape->window, native, grid, needs_of(7)), 80.0 * 1024 * 1024);
    }
}

TEST(ShapeWithHalo, LeavesWorkForSeveralThreadsWhereZonesUseFewRows) {
    HaloNeeds needs = needs_of(7);
    needs.rows_in_use = 3'000;
    // 3,000 / 4 rows, in whole native blocks.
    const auto shape = shape_with_halo(squares, grid_of(40'000, 40'000), needs);
    ASSERT_TRUE(shape.has_value());
    EXPECT_LE(shape->window.rows, 768);
}

TEST(ShapeWithHalo, CutsNativeBlocksWhereWholeOnesTakeTooMuchMemory) {
    // One block of 40,000 x 40,000 pixels cannot be helped, but a halo of 600 rows of strips can.
    const auto shape = shape_with_halo(strips, grid_of(40'000, 40'000), needs_of(600));
    ASSERT_TRUE(shape.has_value());
    EXPECT_LT(shape->window.columns, 40'000);
    EXPECT_EQ(shape->window.columns, shape->window.rows);
}

TEST(ShapeWithHalo, IsTheWholeGridWhereThatIsSmallHoweverLargeTheHalo) {
    EXPECT_EQ(shape_with_halo(squares, grid_of(800, 640), needs_of(1'000'000'000)),
              (PlanShape{{800, 640}, {800, 640}, {256, 256}}));
}

TEST(ShapeWithHalo, IsNothingWhereTheSmallestWindowTakesTooMuch) {
    // 3 x 3,000 = 9,000 pixels wide and high take 9,000^2 x (2 + 4 + 16 + 2 x 4) = 2.4e9 bytes.
    const Grid grid = grid_of(40'000, 40'000);
    EXPECT_FALSE(shape_with_halo(squares, grid, needs_of(3'000)).has_value());
    EXPECT_GT(least_bytes(squares, grid, needs_of(3'000)), most_bytes_per_thread);
}

TEST(LeastBytes, CountsTheWindowTheFilterAndTheNativeBlocksThatItTouches) {
    // A window of 100 x 100 with its halo is 300 x 300, all of which the filter holds; it touches up to 3 native blocks
    // of 256 in each direction, which are kept twice.
    EXPECT_DOUBLE_EQ(least_bytes(squares, grid_of(40'000, 40'000), needs_of(100)),
                     300.0 * 300.0 * (2 + 4 + 16) + 2 * 768.0 * 768.0 * 4.0);
    HaloNeeds projected = needs_of(100);
    projected.area_per_pixel = true;
    EXPECT_DOUBLE_EQ(least_bytes(squares, grid_of(40'000, 40'000), projected),
                     300.0 * 300.0 * (2 + 4 + 8 + 16) + 2 * 768.0 * 768.0 * 4.0);
}

TEST(LargestHalo, IsTheLastThatHasAShape) {
    const Grid grid = grid_of(40'000, 40'000);
    const std::int64_t largest = largest_halo(squares, grid, needs_of(100'000));
    EXPECT_TRUE(shape_with_halo(squares, grid, needs_of(largest)).has_value());
    EXPECT_FALSE(shape_with_halo(squares, grid, needs_of(largest + 1)).has_value());
    EXPECT_EQ(largest_halo(squares, grid_of(800, 640), needs_of(100'000)), 100'000) << "every halo has a shape";
}

TEST(PixelsWithHalo, CountsEachWindowWithItsHaloWithinTheGrid) {
    // Grown by 2: 6 x 6 at the corner of the grid, and 8 x 6 that touches its lower edge.
    EXPECT_EQ(pixels_with_halo({{{0, 0, 4, 4}}, {{8, 6, 4, 4}}}, 2, grid_of(20, 10)), 36 + 48);
    EXPECT_EQ(pixels_with_halo({{{0, 0, 4, 4}}}, 0, grid_of(20, 10)), 16);
}

}  // namespace
}  // namespace reddline::raster
