#include "raster/halo_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace reddline::raster {
namespace {

constexpr std::int64_t landsat_pixel_cm2 = 7'500'000;  // 750 m2
const std::vector<BlockShape> strips{{40'000, 1}};
const std::vector<BlockShape> squares{{256, 256}};

Grid grid_of(std::int64_t columns, std::int64_t rows) {
    Grid grid;
    grid.columns = columns;
    grid.rows = rows;
    return grid;
}

HaloNeeds needs_of(std::int64_t halo) {
    return {.halo = halo, .strata_maps = 1, .file_bytes_per_pixel = 4.0};
}

void expect_shape(const std::optional<BlockShape>& shape, std::int64_t columns, std::int64_t rows) {
    ASSERT_TRUE(shape.has_value());
    EXPECT_EQ(shape->columns, columns);
    EXPECT_EQ(shape->rows, rows);
}

TEST(HaloOf, IsTheFewestPixelsThatReachTheMinimumArea) {
    EXPECT_EQ(halo_of(0.5, landsat_pixel_cm2), 7);    // 5,000 m2 / 750 m2 = 6.67
    EXPECT_EQ(halo_of(0.75, landsat_pixel_cm2), 10);  // exactly ten
    EXPECT_EQ(halo_of(0.0, landsat_pixel_cm2), 0);
}

TEST(ShapeWithHalo, IsThePlainShapeWithoutAHaloAndWhereThatIsWideEnough) {
    expect_shape(shape_with_halo(squares, grid_of(40'000, 40'000), needs_of(0)), 256, 1'024);
    expect_shape(shape_with_halo(squares, grid_of(40'000, 40'000), needs_of(7)), 256, 1'024);
    expect_shape(shape_with_halo(squares, grid_of(0, 0), needs_of(7)), 0, 0);
}

TEST(ShapeWithHalo, GrowsWithTheHaloInWholeNativeBlocks) {
    // 8 x 67 = 536 pixels, which is three native blocks.
    expect_shape(shape_with_halo(squares, grid_of(40'000, 40'000), needs_of(67)), 768, 1'024);
    // 8 x 7 rows of whole strips.
    expect_shape(shape_with_halo(strips, grid_of(40'000, 40'000), needs_of(7)), 40'000, 56);
}

TEST(ShapeWithHalo, TakesFewerHalosWhereAStopSignalWouldWaitTooLong) {
    // 5 ha: with n halos of 67 rows the window holds 40,000 x 67 (n + 2) pixels, 13.4 million with 3 and 16.08 with 4.
    expect_shape(shape_with_halo(strips, grid_of(40'000, 40'000), needs_of(67)), 40'000, 201);
}

TEST(ShapeWithHalo, LetsAStopSignalWaitWhereTheHaloWouldDominateOtherwise) {
    // With 2 halos of 101 rows it would be 16.16 million already, so memory alone bounds them: 6 halos make 808 rows of
    // 40,000 x 31 bytes and 809 of the files' 40,000 x 4, above 2^30, and 5 make 707 and 708.
    expect_shape(shape_with_halo(strips, grid_of(40'000, 40'000), needs_of(101)), 40'000, 505);
}

TEST(ShapeWithHalo, CutsNativeBlocksWhereWholeOnesTakeTooMuchMemory) {
    // 40,000 x 3 x 260 pixels of 31 + 4 bytes are 1.09e9, more than 2^30; squares of 8 x 260 take 2,600^2 x 31 and of
    // the files 40,000 x 2,601 x 4.
    expect_shape(shape_with_halo(strips, grid_of(40'000, 40'000), needs_of(260)), 2'080, 2'080);
}

TEST(ShapeWithHalo, IsTheWholeGridWhereThatIsSmallHoweverLargeTheHalo) {
    expect_shape(shape_with_halo(squares, grid_of(800, 640), needs_of(1'000'000'000)), 800, 640);
}

TEST(ShapeWithHalo, IsNothingWhereTheSmallestBlockTakesTooMuch) {
    // 3 x 2,000 = 6,000 pixels wide and high take 6,000^2 x 31 = 1.12e9 bytes.
    const Grid grid = grid_of(40'000, 40'000);
    EXPECT_FALSE(shape_with_halo(squares, grid, needs_of(2'000)).has_value());
    EXPECT_GT(least_bytes(squares, grid, needs_of(2'000)), most_bytes_per_thread);
}

TEST(LeastBytes, CountsTheWindowAndTheNativeBlocksThatItTouches) {
    // A block of 100 x 100 with its halo is 300 x 300; it touches up to 3 native blocks of 256 in each direction.
    EXPECT_DOUBLE_EQ(least_bytes(squares, grid_of(40'000, 40'000), needs_of(100)),
                     300.0 * 300.0 * (29 + 2) + 768.0 * 768.0 * 4.0);
}

TEST(LargestHalo, IsTheLastThatHasAShape) {
    const Grid grid = grid_of(40'000, 40'000);
    const std::int64_t largest = largest_halo(squares, grid, needs_of(100'000));
    EXPECT_TRUE(shape_with_halo(squares, grid, needs_of(largest)).has_value());
    EXPECT_FALSE(shape_with_halo(squares, grid, needs_of(largest + 1)).has_value());
    EXPECT_EQ(largest_halo(squares, grid_of(800, 640), needs_of(100'000)), 100'000) << "every halo has a shape";
}

TEST(PixelsWithHalo, CountsEachBlockWithItsHaloWithinTheGrid) {
    // Grown by 2: 6 x 6 at the corner of the grid, and 8 x 6 that touches its lower edge.
    EXPECT_EQ(pixels_with_halo({{0, 0, 4, 4}, {8, 6, 4, 4}}, 2, grid_of(20, 10)), 36 + 48);
    EXPECT_EQ(pixels_with_halo({{0, 0, 4, 4}}, 0, grid_of(20, 10)), 16);
}

}  // namespace
}  // namespace reddline::raster
