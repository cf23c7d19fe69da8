#include "pipeline/crosstab_tiles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "raster/block_plan.hpp"
#include "reference/crosstab_naive.hpp"
#include "support/thrown_error.hpp"
#include "unit/pipeline/memory_stack.hpp"
#include "unit/pipeline/random_landscape.hpp"

namespace reddline::pipeline {
namespace {

using raster::Band;
using raster::BlockShape;
using raster::Window;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::array shapes{BlockShape{1'000, 1}, BlockShape{1, 1'000}, BlockShape{7, 5},
                            BlockShape{13, 11},   BlockShape{32, 32},   BlockShape{1'000, 1'000}};

/// Forest strips of one row each, ten columns wide; the one zone holds all of it.
RandomLandscape strips(std::int64_t rows) {
    RandomLandscape landscape{{}, {}, {.zones = 1, .codes = LossCodes{LossYear{2001}, LossYear{2003}}, .maps = {}}};
    const auto pixels = static_cast<std::size_t>(10 * rows);
    landscape.layers.window = {0, 0, 10, rows};
    landscape.layers.cover_pct.assign(pixels, 80);
    landscape.layers.loss_code.assign(pixels, 2);
    landscape.layers.area_cm2.assign(static_cast<std::size_t>(rows), 100);
    landscape.zones.assign(1, std::vector<bool>(pixels, true));
    return landscape;
}

std::vector<Band> plan_of(const RandomLandscape& landscape, const BlockShape& shape) {
    return plan_bands(landscape.grid(), {shape, shape, {}}, landscape.runs());
}

std::vector<Band> strip_plan(const RandomLandscape& landscape) {
    return plan_of(landscape, {10, 1});
}

std::vector<Window> all_windows(const std::vector<Band>& plan) {
    std::vector<Window> windows;
    for (const Band& band : plan)
        windows.insert(windows.end(), band.begin(), band.end());
    return windows;
}

std::vector<CrosstabOfArea> run(const RandomLandscape& landscape, const std::vector<Band>& plan, MemoryImage& image,
                                const PassControl& control) {
    image.layers = landscape.layers;
    return crosstab_tiles(plan, landscape.grid(), landscape.runs(), opener(image), landscape.rules, control);
}

/// Reads a part of what the zones hold.
std::vector<CrosstabSum> run_part(const RandomLandscape& landscape, const std::vector<Band>& plan, MemoryImage& image) {
    image.layers = landscape.layers;
    return sum_tiles(plan, landscape.grid(), landscape.runs(), opener(image), landscape.rules, {.threads = 1});
}

void expect_same_as_twin(const RandomLandscape& landscape) {
    for (const BlockShape& shape : shapes) {
        // Bands of one window each, and bands of several.
        for (const BlockShape& band : {shape, BlockShape{2 * shape.columns, 3 * shape.rows}}) {
            const std::vector<Band> plan =
                plan_bands(landscape.grid(), {band, shape, {shape.columns % 4, 1}}, landscape.runs());
            const auto expected =
                reference::crosstab_naive(landscape.layers, landscape.zones, all_windows(plan), landscape.rules);
            for (const std::size_t threads : {1U, 2U, 8U}) {
                MemoryImage image;
                EXPECT_EQ(run(landscape, plan, image, {.threads = threads}), expected)
                    << shape.columns << " x " << shape.rows << ", " << threads << " threads";
            }
        }
    }
}

TEST(CrosstabTiles, CountsASmallLandscapeThatCanBeCheckedByEye) {
    RandomLandscape landscape = strips(2);
    //                               zone 0 | outside
    landscape.layers.cover_pct = {80, 80, 10, 80, 255, 80, 80, 80, 80, 80,   //
                                  80, 80, 80, 80, 101, 80, 80, 80, 80, 80};  //
    landscape.layers.loss_code = {0, 2, 2, 255, 0, 1, 1, 1, 1, 1,            //
                                  0, 0, 9, 3,   0, 1, 1, 1, 1, 1};
    landscape.layers.area_cm2 = {100, 99};
    for (std::size_t i = 0; i < 20; ++i)
        landscape.zones[0][i] = i % 10 < 5;
    MemoryImage image;

    const auto tables = run(landscape, strip_plan(landscape), image, {.threads = 2});

    ASSERT_EQ(tables.size(), 1U);
    EXPECT_EQ(tables[0].min_area_ha, 0.0);
    EXPECT_THAT(tables[0].crosstab.bins(), ElementsAre(Bin{{0, 0, 10, 2}, {1, 100}}, Bin{{0, 0, 80, 0}, {3, 298}},
                                                       Bin{{0, 0, 80, 2}, {1, 100}}, Bin{{0, 0, 80, 3}, {1, 99}}));
    //                        counted   outside    loss      cover   mask  water   beyond   above 100
    const OutcomeTally expected{{{6, 597}, {10, 0}, {1, 100}, {1, 100}, {}, {}, {1, 99}, {1, 99}}};
    EXPECT_EQ(tables[0].crosstab.outcomes(), expected);
    EXPECT_EQ(tables[0].crosstab.pixels_read(), 20);
}

TEST(CrosstabTiles, GivesTheNaiveTwinsTablesForAnyWindowShapeAndAnyNumberOfThreads) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        expect_same_as_twin(random_landscape(seed, seed % 2 == 0 ? PixelAreas::by_row : PixelAreas::by_pixel));
    }
}

TEST(CrosstabTiles, GivesTheNaiveTwinsTablesWithoutADataMaskAndWithoutStrataMaps) {
    RandomLandscape landscape = random_landscape(11, PixelAreas::by_row);
    landscape.layers.land.clear();
    expect_same_as_twin(landscape);
    landscape.layers.strata.clear();
    landscape.rules.maps.clear();
    filter_patches(landscape, 0.5);
    expect_same_as_twin(landscape);
}

TEST(CrosstabTiles, FiltersPatchesAsTheNaiveTwinDoesOnTheWholeImageWhereverWindowsAreCut) {
    for (std::uint64_t seed = 21; seed <= 26; ++seed) {
        RandomLandscape landscape = random_landscape(seed, seed % 2 == 0 ? PixelAreas::by_row : PixelAreas::by_pixel);
        filter_patches(landscape, seed % 3 == 0 ? 0.2 : 0.8);
        for (const PatchNeighbours neighbours : {PatchNeighbours::four, PatchNeighbours::eight}) {
            SCOPED_TRACE("seed " + std::to_string(seed));
            landscape.rules.neighbours = neighbours;
            expect_same_as_twin(landscape);
        }
    }
}

TEST(CrosstabTiles, SpreadsTheFilterOverPatchesThatReachFarBeyondTheZone) {
    // One winding forest of ten pixels in rows 0..3; the zone is its last pixel alone. 10 x 100 cm2 are enough.
    RandomLandscape landscape = strips(4);
    landscape.layers.cover_pct.assign(40, 0);
    for (const std::size_t i : {0U, 1U, 2U, 3U, 13U, 23U, 22U, 32U, 33U, 34U})
        landscape.layers.cover_pct[i] = 60;
    landscape.zones[0].assign(40, false);
    landscape.zones[0][34] = true;
    landscape.rules.neighbours = PatchNeighbours::four;
    const auto cover_in_zone = [&](std::int64_t min_area_cm2) {
        filter_patches(landscape, static_cast<double>(min_area_cm2) / static_cast<double>(cm2_per_ha));
        MemoryImage image;
        return run(landscape, {{{4, 3, 1, 1}}}, image, {.threads = 1})[1].crosstab.bins().front().key.cover_pct;
    };
    EXPECT_EQ(cover_in_zone(1'000), 60);
    EXPECT_EQ(cover_in_zone(1'001), 0);
}

TEST(CrosstabTiles, DiffersBetweenPlansOnlyInThePixelsOutsideEveryZone) {
    const RandomLandscape landscape = random_landscape(31, PixelAreas::by_row);
    MemoryImage image;
    const auto small = run(landscape, plan_of(landscape, {3, 2}), image, {.threads = 2});
    const auto whole = run(landscape, {{landscape.layers.window}}, image, {.threads = 2});
    EXPECT_EQ(small[0].crosstab.bins(), whole[0].crosstab.bins());
    EXPECT_EQ(small[0].crosstab.combinations(), whole[0].crosstab.combinations());
    for (const Outcome outcome : all_outcomes()) {
        if (outcome == Outcome::outside_zones) continue;
        const auto index = static_cast<std::size_t>(outcome);
        EXPECT_EQ(small[0].crosstab.outcomes()[index], whole[0].crosstab.outcomes()[index]) << to_string(outcome);
    }
    EXPECT_LT(small[0].crosstab.pixels_read(), whole[0].crosstab.pixels_read());
}

TEST(CrosstabTiles, ReadsEveryWindowOfThePlanOnceAndNoOther) {
    RandomLandscape landscape = strips(40);
    for (std::size_t i = 0; i < 400; ++i)
        landscape.zones[0][i] = (i / 10) % 4 == 0;  // every fourth row
    MemoryImage image;
    run(landscape, strip_plan(landscape), image, {.threads = 8});
    std::vector<Window> expected;
    for (std::int64_t row = 0; row < 40; row += 4)
        expected.push_back({0, row, 10, 1});
    EXPECT_EQ(image.sorted_reads(), expected);
    EXPECT_LE(image.stacks, 8);
}

TEST(CrosstabTiles, ReadsNothingAndCountsNothingForAnEmptyPlan) {
    RandomLandscape landscape = strips(4);
    landscape.zones[0].assign(40, false);
    MemoryImage image;
    const auto tables = run(landscape, {}, image, {.threads = 2});
    EXPECT_THAT(image.sorted_reads(), IsEmpty());
    EXPECT_EQ(image.stacks, 0);
    EXPECT_THAT(tables, ElementsAre(CrosstabOfArea{0.0, Crosstab(1, 0)}));
}

TEST(CrosstabTiles, ReadsTheHaloOfTheFilterCutAtTheGrid) {
    RandomLandscape landscape = strips(40);
    landscape.rules.min_area_ha = 250e-8;
    landscape.rules.halo = 3;
    MemoryImage image;
    static_cast<void>(run_part(landscape, {{{0, 0, 5, 2}, {0, 20, 5, 2}}}, image));
    EXPECT_THAT(image.sorted_reads(), ElementsAre(Window{0, 0, 8, 5}, Window{0, 17, 8, 8}));
}

TEST(CrosstabTiles, AnnouncesTheWindowsOfABandWithTheirHaloSomeAtATime) {
    RandomLandscape landscape = strips(200);
    landscape.rules.min_area_ha = 250e-8;
    landscape.rules.halo = 3;
    Band band;
    for (std::int64_t row = 0; row < 200; row += 2)
        band.push_back({0, row, 5, 2});
    MemoryImage image;
    static_cast<void>(run_part(landscape, {band, {{5, 0, 5, 2}}}, image));
    ASSERT_EQ(image.announced.size(), 3U);
    EXPECT_EQ(image.announced[0].size(), raster::windows_ahead);
    EXPECT_EQ(image.announced[1].size(), band.size() - raster::windows_ahead);
    EXPECT_THAT(image.announced[2], ElementsAre(Window{2, 0, 8, 5}));
    Band announced;
    for (const Band& windows : image.announced)
        announced.insert(announced.end(), windows.begin(), windows.end());
    EXPECT_EQ(announced, image.reads) << "one thread reads in the order of the plan";
}

TEST(CrosstabTiles, StopsWhereNotEveryPixelOfTheZonesWasCounted) {
    const RandomLandscape landscape = strips(4);
    MemoryImage image;
    EXPECT_EQ(tests::error_line([&] {
                  return run(landscape, {{{0, 0, 10, 3}}}, image, {.threads = 1});
              }),
              "internal: crosstab: expected every one of 40 pixels of the zones to be counted, excluded or rejected, "
              "found 30; please report it");
}

TEST(CrosstabTiles, OpensOneStackPerThread) {
    const RandomLandscape landscape = strips(200);
    MemoryImage image;
    run(landscape, strip_plan(landscape), image, {.threads = 1});
    EXPECT_EQ(image.stacks, 1);
}

TEST(CrosstabTiles, ThrowsTheErrorOfTheLowestWindowWhicheverThreadMeetsOneFirst) {
    const RandomLandscape landscape = strips(60);
    for (const std::size_t threads : {1U, 2U, 8U}) {
        MemoryImage image;
        image.before_read = [](const Window& window) {
            // The lowest failing window comes late, so that others have failed long before.
            if (window.row == 30) std::this_thread::sleep_for(std::chrono::milliseconds(30));
            if (window.row >= 30) throw Error(ErrorCode::corrupt_raster, "row", std::to_string(window.row));
        };
        const std::string line =
            tests::error_line([&] { return run(landscape, strip_plan(landscape), image, {.threads = threads}); });
        EXPECT_EQ(line, "corrupt_raster: row: 30") << threads << " threads";
    }
}

TEST(CrosstabTiles, PassesOnWhyAStackCannotBeOpened) {
    const RandomLandscape landscape = strips(3);
    const raster::OpenStack broken = []() -> std::unique_ptr<raster::LayerStack> {
        throw Error(ErrorCode::missing_file, "tile.tif", "gone");
    };
    EXPECT_EQ(tests::error_line([&] {
                  return crosstab_tiles(strip_plan(landscape), landscape.grid(), landscape.runs(), broken,
                                        landscape.rules, {.threads = 2});
              }),
              "missing_file: tile.tif: gone");
}

TEST(CrosstabTiles, StopsWhenTheFlagIsSetWhileItRuns) {
    const RandomLandscape landscape = strips(500);
    for (const std::size_t threads : {1U, 8U}) {
        MemoryImage image;
        std::atomic<bool> stop = false;
        const PassControl control{
            .threads = threads, .progress = [&](std::size_t done) { stop = stop || done == 3; }, .stop = &stop};
        EXPECT_EQ(tests::thrown_error([&] { return run(landscape, strip_plan(landscape), image, control); }).code(),
                  ErrorCode::stopped);
        EXPECT_LT(image.sorted_reads().size(), 100U) << "windows in flight are finished, no others are begun";
    }
}

TEST(CrosstabTiles, ThrowsTheErrorOfAWindowInsideABandAndReadsNoFurtherThere) {
    const RandomLandscape landscape = strips(12);
    const std::vector<Band> plan = plan_bands(landscape.grid(), {{10, 6}, {10, 1}, {}}, landscape.runs());
    ASSERT_EQ(plan.size(), 2U);
    for (const std::size_t threads : {1U, 2U, 8U}) {
        MemoryImage image;
        image.before_read = [](const Window& window) {
            if (window.row == 3) throw Error(ErrorCode::corrupt_raster, "row", "3");
        };
        EXPECT_EQ(tests::error_line([&] { return run(landscape, plan, image, {.threads = threads}); }),
                  "corrupt_raster: row: 3")
            << threads << " threads";
        // The other band may have been begun before the error was met.
        for (const Window& read : image.sorted_reads())
            EXPECT_TRUE(read.row <= 3 || read.row >= 6) << "row " << read.row << ", " << threads << " threads";
    }
}

TEST(CrosstabTiles, StopsInsideABandOfManyWindows) {
    const RandomLandscape landscape = strips(500);
    const std::vector<Band> plan = plan_bands(landscape.grid(), {{10, 500}, {10, 1}, {}}, landscape.runs());
    ASSERT_EQ(plan.size(), 1U);
    MemoryImage image;
    std::atomic<bool> stop = false;
    image.before_read = [&](const Window& window) { stop = stop || window.row == 3; };
    EXPECT_EQ(tests::thrown_error([&] { return run(landscape, plan, image, {.threads = 1, .stop = &stop}); }).code(),
              ErrorCode::stopped);
    EXPECT_EQ(image.sorted_reads().size(), 4U) << "the window at hand is finished, no other is begun";
}

TEST(CrosstabTiles, ReadsNothingWhenTheFlagIsSetBeforeItStarts) {
    const RandomLandscape landscape = strips(5);
    MemoryImage image;
    const std::atomic<bool> stop = true;
    EXPECT_EQ(tests::thrown_error([&] {
                  return run(landscape, strip_plan(landscape), image, {.threads = 2, .stop = &stop});
              }).code(),
              ErrorCode::stopped);
    EXPECT_THAT(image.sorted_reads(), IsEmpty());
}

TEST(CrosstabTiles, TellsItsProgressWindowByWindowInOrder) {
    const RandomLandscape landscape = strips(30);
    MemoryImage image;
    std::vector<std::size_t> told;
    run(landscape, strip_plan(landscape), image,
        {.threads = 8, .progress = [&](std::size_t done) { told.push_back(done); }});
    std::vector<std::size_t> expected(30);
    for (std::size_t i = 0; i < 30; ++i)
        expected[i] = i + 1;
    EXPECT_EQ(told, expected);
}

TEST(CrosstabTiles, NamesTheFirstPixelInsideAZoneWhoseCodeTheLegendLacks) {
    RandomLandscape landscape = random_landscape(41, PixelAreas::by_row);
    const auto columns = static_cast<std::size_t>(landscape.layers.window.columns);
    landscape.zones.assign(1, std::vector<bool>(landscape.layers.cover_pct.size(), false));
    landscape.rules.zones = 1;
    for (const std::size_t column : {3U, 4U, 5U, 6U})
        landscape.zones[0][10 * columns + column] = true;
    landscape.layers.strata[0].assign(landscape.layers.cover_pct.size(), 0);
    landscape.layers.strata[1].assign(landscape.layers.cover_pct.size(), 0);
    landscape.layers.strata[1][10 * columns + 2] = raster::unlisted_stratum;  // just outside
    const std::vector<Band> plan{{landscape.layers.window}};
    MemoryImage untroubled;
    EXPECT_EQ(run(landscape, plan, untroubled, {.threads = 1}).size(), 1U);

    landscape.layers.strata[1][10 * columns + 5] = raster::unlisted_stratum;
    MemoryImage image;
    EXPECT_EQ(tests::error_line([&] { return run(landscape, plan, image, {.threads = 2}); }),
              "code_unlisted: map 1: column 5, row 10");
}

TEST(CrosstabTiles, AcceptsAnUnlistedCodeInTheHaloOutsideEveryZone) {
    RandomLandscape landscape = strips(3);
    landscape.rules.maps = two_maps();
    landscape.layers.strata.assign(2, std::vector<std::uint8_t>(30, 0));
    landscape.layers.strata[1][25] = raster::unlisted_stratum;
    for (std::size_t i = 10; i < 30; ++i)
        landscape.zones[0][i] = false;
    landscape.rules.min_area_ha = 500e-8;
    landscape.rules.halo = 5;
    MemoryImage image;
    EXPECT_EQ(run(landscape, strip_plan(landscape), image, {.threads = 1}).size(), 2U);
}

}  // namespace
}  // namespace reddline::pipeline
