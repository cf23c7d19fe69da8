#include "raster/lattice_place.hpp"

#include <gtest/gtest.h>

namespace reddline::raster {
namespace {

Grid grid_at(double x, double y, double pixel) {
    Grid grid;
    grid.origin_x = x;
    grid.origin_y = y;
    grid.pixel_width = pixel;
    grid.pixel_height = pixel;
    return grid;
}

TEST(LatticePlace, CountsPixelsFromTheOriginOfTheReferenceSystem) {
    const LatticePlace place = first_place(grid_at(100.0, 20.0, 0.00025));
    EXPECT_EQ(place.column, 400'000);
    EXPECT_EQ(place.row, -80'000);
    EXPECT_EQ(place.text(), "x400000y-80000");
}

TEST(LatticePlace, IsTheSameInEveryGridThatHoldsThePixel) {
    // 6 columns and 4 rows on, in a grid whose corner was rounded another way.
    const LatticePlace whole = first_place(grid_at(100.0, 20.0, 0.00025));
    const LatticePlace part = first_place(grid_at(100.0015 - 1e-9, 19.999 + 1e-9, 0.00025));
    EXPECT_EQ(part.column, whole.column + 6);
    EXPECT_EQ(part.row, whole.row + 4);
    // Pixels whose centres lie at whole numbers.
    const LatticePlace centred = first_place(grid_at(499'985.0 - 1e-7, 1'300'015.0 + 1e-7, 30.0));
    const LatticePlace rounded = first_place(grid_at(499'985.0 + 1e-7, 1'300'015.0 - 1e-7, 30.0));
    EXPECT_EQ(centred.number(), rounded.number());
}

TEST(LatticePlace, HasANumberOfItsOwn) {
    EXPECT_EQ((LatticePlace{1, 0}.number()), 1U);
    EXPECT_EQ((LatticePlace{0, 1}.number()), 0x100000000U);
    EXPECT_EQ((LatticePlace{-1, -1}.number()), 0xffffffffffffffffU);
}

}  // namespace
}  // namespace reddline::raster
