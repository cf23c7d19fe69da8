#include "pipeline/crosstab_cells.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pipeline/crosstab_tiles.hpp"
#include "raster/block_plan.hpp"
#include "raster/whole_cells.hpp"
#include "reference/crosstab_naive.hpp"
#include "support/thrown_error.hpp"
#include "unit/pipeline/memory_stack.hpp"
#include "unit/pipeline/random_landscape.hpp"

namespace reddline::pipeline {
namespace {

using raster::Band;
using raster::BlockShape;
using raster::CellLattice;
using raster::WholeCell;
using raster::Window;
using testing::SizeIs;

/// What a keeper was handed, in order.
struct Kept {
    std::map<std::size_t, std::vector<CellTable>> tables;
    std::map<std::size_t, std::string> left_out;
    std::vector<std::size_t> order;

    [[nodiscard]] CellKeeper keeper() {
        return {[this](std::size_t cell, const std::vector<CellTable>& of_cell) {
                    EXPECT_TRUE(tables.emplace(cell, of_cell).second) << "cell " << cell << " came twice";
                    order.push_back(cell);
                },
                [this](std::size_t cell, const Error& error) {
                    EXPECT_TRUE(left_out.emplace(cell, error.what()).second) << "cell " << cell << " came twice";
                    order.push_back(cell);
                }};
    }
};

/// One zone that is all of the landscape, so that a plan reads all of it.
raster::RunTable everything(const RandomLandscape& landscape) {
    std::vector<raster::Span> spans;
    for (std::int64_t row = 0; row < landscape.layers.window.rows; ++row)
        spans.push_back({row, 0, landscape.layers.window.columns, 0});
    return raster::RunTable(spans);
}

Kept counted(const RandomLandscape& landscape, const BlockShape& cell, const BlockShape& window, std::size_t threads) {
    MemoryImage image;
    image.layers = landscape.layers;
    Kept kept;
    const std::vector<Band> plan =
        plan_bands(landscape.grid(), {{3 * window.columns, window.rows}, window, {}}, everything(landscape));
    count_cells(plan, landscape.grid(), CellLattice(landscape.grid(), cell), opener(image), landscape.rules,
                {.threads = threads}, kept.keeper());
    return kept;
}

/// The landscape's crosstabs from cells as far as zones hold whole ones, and from pixels for the rest.
std::vector<CrosstabOfArea> from_cells(const RandomLandscape& landscape, const Kept& kept, const BlockShape& cell,
                                       std::size_t threads, MemoryImage& image) {
    const raster::Grid grid = landscape.grid();
    const CellLattice lattice(grid, cell);
    const raster::RunTable zones = landscape.runs();
    std::vector<WholeCell> cells = raster::whole_cells(zones, lattice);
    std::erase_if(cells, [&](const WholeCell& whole) { return !kept.tables.contains(whole.cell); });
    const raster::RunTable rest = raster::without_cells(zones, lattice, cells);
    const PassControl control{.threads = threads};
    image.layers = landscape.layers;
    const std::vector<Band> plan = plan_bands(grid, {{9, 9}, {9, 9}, {}}, rest);
    std::vector<CrosstabSum> sums = sum_tiles(plan, grid, rest, opener(image), landscape.rules, control);
    const std::vector<CrosstabSum> known = sum_cells(
        cells, [&](std::size_t one) { return kept.tables.at(one); }, landscape.rules, control);
    for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i].add(known.at(i));
    return crosstabs_of(sums, plan_bands(grid, {cell, cell, {}}, zones), zones, landscape.rules);
}

/// The zones of the landscape, and one that holds nearly all of it, so that there are whole cells.
RandomLandscape with_a_large_zone(std::uint64_t seed) {
    RandomLandscape landscape = random_landscape(seed, seed % 2 == 0 ? PixelAreas::by_row : PixelAreas::by_pixel);
    std::vector<bool> large(landscape.layers.cover_pct.size(), true);
    for (std::size_t i = 0; i < large.size(); ++i) {
        const bool is_listed = landscape.layers.strata[1][i] != raster::unlisted_stratum;
        large[i] = is_listed && i > 40;
    }
    landscape.zones.push_back(large);
    ++landscape.rules.zones;
    return landscape;
}

std::vector<Window> windows_of(const std::vector<Band>& plan) {
    std::vector<Window> windows;
    for (const Band& band : plan)
        windows.insert(windows.end(), band.begin(), band.end());
    return windows;
}

TEST(CrosstabCells, GiveTheNaiveTwinsTablesWhereverCellsAndWindowsAreCut) {
    std::size_t used = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        RandomLandscape landscape = with_a_large_zone(seed);
        if (seed > 4) filter_patches(landscape, 0.5);
        for (const BlockShape& cell : {BlockShape{1, 1}, BlockShape{5, 3}, BlockShape{6, 8}, BlockShape{1'000, 1}}) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", cell " + std::to_string(cell.columns));
            const std::vector<Window> plan =
                windows_of(plan_bands(landscape.grid(), {cell, cell, {}}, landscape.runs()));
            const auto expected = reference::crosstab_naive(landscape.layers, landscape.zones, plan, landscape.rules);
            // Windows of whole cells, and windows that cut cells.
            for (const BlockShape& window : {BlockShape{3 * cell.columns, 2 * cell.rows}, BlockShape{7, 4}}) {
                for (const std::size_t threads : {1U, 2U, 8U}) {
                    MemoryImage image;
                    const Kept kept = counted(landscape, cell, window, threads);
                    EXPECT_EQ(from_cells(landscape, kept, cell, threads, image), expected);
                    used += kept.tables.size();
                }
            }
        }
    }
    EXPECT_GT(used, 1'000U) << "cells that took part";
}

TEST(CrosstabCells, AreNotReadAgain) {
    RandomLandscape landscape = with_a_large_zone(3);
    landscape.zones.assign(1, std::vector<bool>(landscape.layers.cover_pct.size(), true));
    landscape.rules.zones = 1;
    for (std::uint8_t& stratum : landscape.layers.strata[1])
        stratum = stratum == raster::unlisted_stratum ? std::uint8_t{0} : stratum;
    const BlockShape cell{9, 9};
    MemoryImage image;
    const auto tables = from_cells(landscape, counted(landscape, cell, cell, 2), cell, 2, image);
    EXPECT_THAT(image.reads, SizeIs(0));
    EXPECT_EQ(tables[0].crosstab.pixels_read(), landscape.layers.window.pixels());
}

TEST(CrosstabCells, ComeInTheSameOrderForAnyNumberOfThreads) {
    const RandomLandscape landscape = with_a_large_zone(5);
    const Kept one = counted(landscape, {5, 3}, {7, 4}, 1);
    for (const std::size_t threads : {2U, 8U}) {
        const Kept many = counted(landscape, {5, 3}, {7, 4}, threads);
        EXPECT_EQ(many.order, one.order);
        EXPECT_EQ(many.tables, one.tables);
        EXPECT_EQ(many.left_out, one.left_out);
    }
}

TEST(CrosstabCells, AreLeftOutOneByOneWhereAPixelCannotBeCounted) {
    RandomLandscape landscape = with_a_large_zone(2);
    std::vector<std::uint8_t>& strata = landscape.layers.strata[1];
    std::ranges::replace(strata, raster::unlisted_stratum, std::uint8_t{0});
    strata[static_cast<std::size_t>(7 * landscape.layers.window.columns + 12)] = raster::unlisted_stratum;
    const Kept kept = counted(landscape, {10, 5}, {20, 10}, 2);
    const CellLattice lattice(landscape.grid(), {10, 5});
    ASSERT_THAT(kept.left_out, SizeIs(1));
    EXPECT_EQ(kept.left_out.begin()->first, lattice.cell_at(12, 7));
    EXPECT_EQ(kept.left_out.begin()->second, "code_unlisted: map 1: column 12, row 7");
    EXPECT_EQ(kept.tables.size() + 1, lattice.size());
}

TEST(CrosstabCells, AreLeftOutOneByOneWhereAPixelCannotBeRead) {
    RandomLandscape landscape = with_a_large_zone(2);
    std::ranges::replace(landscape.layers.strata[1], raster::unlisted_stratum, std::uint8_t{0});
    MemoryImage image;
    image.layers = landscape.layers;
    image.before_read = [](const Window& window) {
        if (!intersection(window, {25, 7, 1, 1}).empty()) throw Error(ErrorCode::corrupt_raster, "a.tif", "block 3");
    };
    const CellLattice lattice(landscape.grid(), {10, 5});
    Kept kept;
    count_cells(plan_bands(landscape.grid(), {{20, 10}, {20, 10}, {}}, everything(landscape)), landscape.grid(),
                lattice, opener(image), landscape.rules, {.threads = 2}, kept.keeper());
    ASSERT_THAT(kept.left_out, SizeIs(1)) << "although its window has four cells";
    EXPECT_EQ(kept.left_out.begin()->first, lattice.cell_at(25, 7));
    EXPECT_EQ(kept.left_out.begin()->second, "corrupt_raster: a.tif: block 3");
    EXPECT_EQ(kept.tables, [&] {
        Kept sound = counted(landscape, {10, 5}, {20, 10}, 1);
        sound.tables.erase(lattice.cell_at(25, 7));
        return sound.tables;
    }());
}

TEST(CrosstabCells, StopAtAnErrorThatIsNotOfPixels) {
    const RandomLandscape landscape = with_a_large_zone(2);
    const CellLattice lattice(landscape.grid(), {10, 5});
    const auto plan = plan_bands(landscape.grid(), {{20, 10}, {20, 10}, {}}, everything(landscape));
    for (const ErrorCode code : {ErrorCode::missing_file, ErrorCode::unreadable_file}) {
        MemoryImage image;
        image.layers = landscape.layers;
        image.before_read = [code](const Window&) { throw Error(code, "a.tif", "too many open files"); };
        Kept kept;
        const auto count = [&] {
            count_cells(plan, landscape.grid(), lattice, opener(image), landscape.rules, {.threads = 2}, kept.keeper());
            return 0;
        };
        EXPECT_EQ(tests::thrown_error(count).code(), code);
    }
}

TEST(CrosstabCells, StopOnASignal) {
    const RandomLandscape landscape = with_a_large_zone(2);
    const std::atomic<bool> stop = true;
    MemoryImage image;
    image.layers = landscape.layers;
    Kept kept;
    const CellLattice lattice(landscape.grid(), {10, 5});
    const auto plan = plan_bands(landscape.grid(), {{20, 10}, {20, 10}, {}}, everything(landscape));
    const auto count = [&] {
        count_cells(plan, landscape.grid(), lattice, opener(image), landscape.rules, {.threads = 1, .stop = &stop},
                    kept.keeper());
        return 0;
    };
    EXPECT_EQ(tests::thrown_error(count).code(), ErrorCode::stopped);
    EXPECT_THAT(kept.tables, SizeIs(0));
}

}  // namespace
}  // namespace reddline::pipeline
