#include "pipeline/map_cell_sums.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace reddline::pipeline {
namespace {

/// One stratum, two years: step 4, forest 4, lost 5 and 6; none of a stratum 8, 9, 10.
MapCellSums sums_of(const raster::Window& bounds, std::int64_t side) {
    const MapLook look{{{1, "not forest", {10, 20, 30}},
                        {2, "not forest, loss", {0, 0, 0}},
                        {3, "not counted", {0, 0, 0}},
                        {4, "forest", {100, 0, 0}},
                        {5, "lost in 2001", {0, 100, 0}},
                        {6, "lost in 2002", {0, 0, 200}}},
                       {}};
    return {bounds, side, MapValues(1, 2), {2, 2}, look};
}

TEST(MapCellSums, AddsUpEveryPixelOfACell) {
    MapCellSums sums = sums_of({10, 20, 3, 2}, 2);
    sums.add({10, 20, 3, 2}, std::vector<std::uint16_t>{4, 6, 0,  //
                                                        1, 5, 6});
    const MapCells& map = sums.cells();
    ASSERT_EQ(map.columns, 2);
    ASSERT_EQ(map.rows, 1);
    EXPECT_EQ(map.cells[0].inside, 4U);
    EXPECT_EQ(map.cells[0].forest, 3U);
    EXPECT_EQ(map.cells[0].lost, 1U);
    EXPECT_EQ(map.cells[0].red, 110U);
    EXPECT_EQ(map.cells[0].green, 120U);
    EXPECT_EQ(map.cells[0].blue, 230U);
    EXPECT_EQ(map.cells[1].inside, 1U);
    EXPECT_EQ(map.cells[1].lost, 1U);
}

TEST(MapCellSums, AreTheSameForAnyWindows) {
    MapCellSums whole = sums_of({0, 0, 4, 4}, 3);
    MapCellSums parts = sums_of({0, 0, 4, 4}, 3);
    const std::vector<std::uint16_t> pixels{4, 5, 6, 1, 0, 4, 4, 6, 6, 6, 1, 2, 3, 4, 5, 6};
    whole.add({0, 0, 4, 4}, pixels);
    for (std::int64_t i = 15; i >= 0; --i)
        parts.add({i % 4, i / 4, 1, 1}, std::vector<std::uint16_t>{pixels[static_cast<std::size_t>(i)]});
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(parts.cells().cells[i].inside, whole.cells().cells[i].inside);
        EXPECT_EQ(parts.cells().cells[i].lost, whole.cells().cells[i].lost);
        EXPECT_EQ(parts.cells().cells[i].blue, whole.cells().cells[i].blue);
    }
}

TEST(CellSide, IsTheLeastThatKeepsThePictureSmall) {
    EXPECT_EQ(cell_side({0, 0, 1'200, 800}, 1'200, 1), 1);
    EXPECT_EQ(cell_side({0, 0, 1'201, 800}, 1'200, 1), 2);
    EXPECT_EQ(cell_side({0, 0, 800, 160'000}, 1'200, 1), 134);
    EXPECT_EQ(cell_side({0, 0, 10, 10}, 1'200, 4), 4);
}

}  // namespace
}  // namespace reddline::pipeline
