#include "pipeline/map_tiles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <tuple>

#include "pipeline/crosstab_tiles.hpp"
#include "raster/block_plan.hpp"
#include "support/thrown_error.hpp"
#include "unit/pipeline/memory_stack.hpp"
#include "unit/pipeline/random_landscape.hpp"

namespace reddline::pipeline {
namespace {

using raster::BlockShape;

/// Pixels by zone, strata map and value.
using Pixels = std::map<std::tuple<std::size_t, std::size_t, std::uint16_t>, std::int64_t>;

constexpr ForestRule forest{.canopy_pct = 40.0, .canopy_rule = CanopyRule::greater};

/// The values that the maps must show, from the crosstab.
Pixels counted(const RandomLandscape& landscape, const Crosstab& crosstab) {
    const std::vector<MapValues> values = map_values_of(landscape.rules);
    Pixels pixels;
    for (const Bin& bin : crosstab.bins()) {
        for (std::size_t map = 0; map < values.size(); ++map) {
            std::uint16_t value = values[map].of(crosstab.combinations()[bin.key.combination][map], bin.key.loss_code);
            if (!forest.is_forest(bin.key.cover_pct)) {
                value = bin.key.loss_code == 0 ? MapValues::not_forest : MapValues::not_forest_lost;
            }
            pixels[{bin.key.zone, map, value}] += bin.tally.pixels;
        }
    }
    for (std::size_t zone = 0; zone < landscape.zones.size(); ++zone) {
        const OutcomeTally& outcomes = crosstab.zone_outcome(zone);
        std::int64_t others = 0;
        for (const Outcome outcome : all_outcomes()) {
            if (outcome != Outcome::counted) others += outcomes[static_cast<std::size_t>(outcome)].pixels;
        }
        for (std::size_t map = 0; map < values.size() && others > 0; ++map)
            pixels[{zone, map, MapValues::not_counted}] = others;
    }
    return pixels;
}

/// The values that the maps show, counted zone by zone.
Pixels shown(const RandomLandscape& landscape, const BlockShape& shape, std::size_t threads) {
    MemoryImage image;
    image.layers = landscape.layers;
    const auto plan = plan_bands(landscape.grid(), {shape, shape, {}}, landscape.runs());
    Pixels pixels;
    paint_tiles(plan, landscape.grid(), landscape.runs(), opener(image), landscape.rules, forest, {.threads = threads},
                [&](const MapTile& tile) {
                    for (std::int64_t row = tile.window.row; row < tile.window.end_row(); ++row) {
                        for (std::int64_t column = tile.window.column; column < tile.window.end_column(); ++column) {
                            const std::size_t place = raster::index_in(tile.window, row, column);
                            const std::size_t pixel = raster::index_in(landscape.layers.window, row, column);
                            for (std::size_t zone = 0; zone < landscape.zones.size(); ++zone) {
                                for (std::size_t map = 0; map < tile.loss.size() && landscape.zones[zone][pixel]; ++map)
                                    ++pixels[{zone, map, tile.loss[map][place]}];
                            }
                        }
                    }
                });
    return pixels;
}

TEST(PaintTiles, ShowsWhatTheCrosstabCountsForAnyPlanAndThreads) {
    for (const double min_area_ha : {0.0, 1.0}) {
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            RandomLandscape landscape =
                random_landscape(seed, seed % 2 == 0 ? PixelAreas::by_row : PixelAreas::by_pixel);
            if (min_area_ha > 0.0) filter_patches(landscape, min_area_ha);
            MemoryImage image;
            image.layers = landscape.layers;
            const BlockShape whole{1'000, 1'000};
            const auto plan = plan_bands(landscape.grid(), {whole, whole, {}}, landscape.runs());
            const auto crosstabs = crosstab_tiles(plan, landscape.grid(), landscape.runs(), opener(image),
                                                  landscape.rules, {.threads = 1});
            const Pixels expected = counted(landscape, crosstabs.back().crosstab);
            for (const BlockShape& shape : {BlockShape{1'000, 1}, BlockShape{7, 5}, whole}) {
                for (const std::size_t threads : {1U, 2U, 8U})
                    EXPECT_EQ(shown(landscape, shape, threads), expected) << "seed " << seed << ", " << min_area_ha;
            }
        }
    }
}

TEST(PaintTiles, HandsOnTheErrorOfATaker) {
    const RandomLandscape landscape = random_landscape(3, PixelAreas::by_row);
    MemoryImage image;
    image.layers = landscape.layers;
    const auto plan = plan_bands(landscape.grid(), {{7, 5}, {7, 5}, {}}, landscape.runs());
    const Error error = tests::thrown_error([&] {
        paint_tiles(plan, landscape.grid(), landscape.runs(), opener(image), landscape.rules, forest, {.threads = 2},
                    [](const MapTile&) { throw Error(ErrorCode::output_failed, "map.tif", "disk full"); });
    });
    EXPECT_EQ(error.code(), ErrorCode::output_failed);
}

TEST(PaintTiles, StopsWhenASignalCame) {
    const RandomLandscape landscape = random_landscape(3, PixelAreas::by_row);
    MemoryImage image;
    image.layers = landscape.layers;
    const std::atomic<bool> stop = true;
    const auto plan = plan_bands(landscape.grid(), {{7, 5}, {7, 5}, {}}, landscape.runs());
    const Error error = tests::thrown_error([&] {
        paint_tiles(plan, landscape.grid(), landscape.runs(), opener(image), landscape.rules, forest,
                    {.threads = 2, .stop = &stop}, [](const MapTile&) {});
    });
    EXPECT_EQ(error.code(), ErrorCode::stopped);
}

}  // namespace
}  // namespace reddline::pipeline
