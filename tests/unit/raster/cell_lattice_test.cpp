#include "raster/cell_lattice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "unit/raster/grid_of.hpp"

namespace reddline::raster {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(CellLattice, CutsTheGridFromItsUpperLeftCorner) {
    const CellLattice lattice(grid_of(10, 5), {4, 3});
    EXPECT_EQ(lattice.size(), 6U);
    EXPECT_EQ(lattice.across(), 3);
    EXPECT_EQ(lattice.window_of(0), (Window{0, 0, 4, 3}));
    EXPECT_EQ(lattice.window_of(2), (Window{8, 0, 2, 3}));
    EXPECT_EQ(lattice.window_of(5), (Window{8, 3, 2, 2}));
    EXPECT_EQ(lattice.cell_at(9, 4), 5U);
    EXPECT_EQ(lattice.cell_at(3, 2), 0U);
}

TEST(CellLattice, FindsTheCellsUnderAWindowAndWhatItHoldsOfThem) {
    const CellLattice lattice(grid_of(10, 5), {4, 3});
    std::vector<std::pair<std::size_t, Window>> parts;
    lattice.for_each({3, 1, 6, 3}, [&](std::size_t cell, const Window& part) { parts.emplace_back(cell, part); });
    EXPECT_THAT(parts,
                ElementsAre(Pair(0U, Window{3, 1, 1, 2}), Pair(1U, Window{4, 1, 4, 2}), Pair(2U, Window{8, 1, 1, 2}),
                            Pair(3U, Window{3, 3, 1, 1}), Pair(4U, Window{4, 3, 4, 1}), Pair(5U, Window{8, 3, 1, 1})));
}

}  // namespace
}  // namespace reddline::raster
