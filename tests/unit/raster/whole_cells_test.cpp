#include "raster/whole_cells.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "reference/draw.hpp"
#include "unit/raster/grid_of.hpp"

namespace reddline::raster {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Span> rectangle(const Window& window, std::uint32_t area) {
    std::vector<Span> spans;
    for (std::int64_t row = window.row; row < window.end_row(); ++row)
        spans.push_back({row, window.column, window.end_column(), area});
    return spans;
}

/// The set of each pixel, row by row; nothing where there is no run.
std::vector<std::optional<std::uint32_t>> sets_of(const RunTable& runs, const Grid& grid) {
    std::vector<std::optional<std::uint32_t>> sets(static_cast<std::size_t>(grid.columns * grid.rows));
    runs.for_each({0, 0, grid.columns, grid.rows},
                  [&](std::int64_t row, std::int64_t first, std::int64_t end, std::uint32_t set) {
                      for (std::int64_t column = first; column < end; ++column)
                          sets[static_cast<std::size_t>(row * grid.columns + column)] = set;
                  });
    return sets;
}

TEST(WholeCells, AreThoseThatOneSetFills) {
    const Grid grid = grid_of(10, 6);
    std::vector<Span> spans = rectangle({0, 0, 8, 6}, 0);
    std::ranges::copy(rectangle({4, 2, 6, 4}, 1), std::back_inserter(spans));
    const RunTable runs(spans);  // sets: 0 = area 0, 1 = both, 2 = area 1
    const CellLattice lattice(grid, {4, 3});
    // Cell 1 has both sets, and cell 2, the narrow one, has area 1 in its last row alone.
    EXPECT_THAT(whole_cells(runs, lattice),
                ElementsAre(WholeCell{0, 0}, WholeCell{3, 0}, WholeCell{4, 1}, WholeCell{5, 2}));
}

TEST(WholeCells, AreNoneWhereThereIsNoRun) {
    EXPECT_THAT(whole_cells(RunTable{}, CellLattice(grid_of(10, 6), {4, 3})), IsEmpty());
}

TEST(WholeCells, LeaveTheRunsAsTheyAreWhereNoneIsTakenAway) {
    const RunTable runs(rectangle({2, 1, 5, 3}, 4));
    const RunTable same = without_cells(runs, CellLattice(grid_of(10, 6), {4, 3}), {});
    EXPECT_EQ(same.bounds(), runs.bounds());
    EXPECT_EQ(same.sets(), runs.sets());
    EXPECT_EQ(same.size(), runs.size());
}

TEST(WholeCells, AreAllThereIsOfATable) {
    const Grid grid = grid_of(10, 6);
    const RunTable runs(rectangle({0, 0, 10, 6}, 0));
    const CellLattice lattice(grid, {4, 3});
    const RunTable rest = without_cells(runs, lattice, whole_cells(runs, lattice));
    EXPECT_EQ(rest.size(), 0U);
    EXPECT_TRUE(rest.bounds().empty());
    EXPECT_EQ(rest.sets(), runs.sets()) << "their numbers stay";
}

/// Rectangles anywhere, some of them over each other.
RunTable random_runs(reference::Draw& draw, const Grid& grid) {
    std::vector<Span> spans;
    for (std::uint32_t area = 0; area < 4; ++area) {
        const std::int64_t column = draw.whole(0, grid.columns - 1);
        const std::int64_t row = draw.whole(0, grid.rows - 1);
        const Window window{column, row, draw.whole(1, grid.columns - column), draw.whole(1, grid.rows - row)};
        std::ranges::copy(rectangle(window, area), std::back_inserter(spans));
    }
    return RunTable(spans);
}

TEST(WholeCells, AndTheRestAreEveryPixelOnce) {
    reference::Draw draw(7);
    std::size_t found = 0;
    for (int repeat = 0; repeat < 400; ++repeat) {
        const Grid grid = grid_of(draw.whole(1, 30), draw.whole(1, 30));
        const CellLattice lattice(grid, {draw.whole(1, 8), draw.whole(1, 8)});
        const RunTable runs = random_runs(draw, grid);
        const auto sets = sets_of(runs, grid);
        std::vector<WholeCell> expected;
        auto expected_rest = sets;
        std::set<std::int64_t> rows;
        for (std::size_t cell = 0; cell < lattice.size(); ++cell) {
            const Window window = lattice.window_of(cell);
            std::set<std::optional<std::uint32_t>> inside;
            for (std::int64_t row = window.row; row < window.end_row(); ++row) {
                for (std::int64_t column = window.column; column < window.end_column(); ++column)
                    inside.insert(sets[static_cast<std::size_t>(row * grid.columns + column)]);
            }
            if (inside.size() != 1 || !*inside.begin()) continue;
            expected.push_back({cell, **inside.begin()});
            for (std::int64_t row = window.row; row < window.end_row(); ++row) {
                for (std::int64_t column = window.column; column < window.end_column(); ++column)
                    expected_rest[static_cast<std::size_t>(row * grid.columns + column)].reset();
            }
        }
        const std::vector<WholeCell> cells = whole_cells(runs, lattice);
        EXPECT_EQ(cells, expected);
        const RunTable rest = without_cells(runs, lattice, cells);
        EXPECT_EQ(sets_of(rest, grid), expected_rest);
        EXPECT_EQ(rest.pixels(), std::ranges::count_if(expected_rest, [](const auto& set) { return set.has_value(); }));
        found += cells.size();
    }
    EXPECT_GT(found, 1'000U);
}

TEST(WholeCells, LeaveATableWhoseBoundsAreThoseOfItsRuns) {
    const Grid grid = grid_of(12, 12);
    const RunTable runs(rectangle({0, 0, 12, 8}, 0));
    const CellLattice lattice(grid, {4, 4});
    std::vector<WholeCell> cells = whole_cells(runs, lattice);
    std::erase_if(cells, [](const WholeCell& cell) { return cell.cell == 4; });  // the middle one stays
    EXPECT_EQ(without_cells(runs, lattice, cells).bounds(), (Window{4, 4, 4, 4}));
}

}  // namespace
}  // namespace reddline::raster
