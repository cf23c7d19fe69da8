#include "pipeline/biomass_tiles.hpp"

#include <gtest/gtest.h>

#include <map>

#include "pipeline/map_painter.hpp"
#include "pipeline/map_tiles.hpp"
#include "raster/block_plan.hpp"
#include "unit/pipeline/memory_stack.hpp"
#include "unit/pipeline/random_landscape.hpp"

namespace reddline::pipeline {
namespace {

using raster::BlockShape;

constexpr ForestRule forest{.canopy_pct = 40.0, .canopy_rule = CanopyRule::greater};
constexpr std::size_t last_lost = 2;  // loss codes 1 and 2 are no longer forest

/// A biomass map whose pixels hold 3 x 4 pixels of the grid, cut by its upper and left edge; the first column of it lies beyond the
/// map, and every fifth pixel has no data.
class ThreeByFour final : public raster::BiomassLayer {
public:
    static std::int64_t place(std::int64_t row, std::int64_t column) {
        return column == 0 ? nowhere : (row + 1) / 4 * 1'000 + (column + 1) / 3;
    }
    static BiomassValue value(std::int64_t place) {
        if (place % 5 == 0) return {};
        return {static_cast<std::int32_t>(place * 7 % 40'000), static_cast<std::int32_t>(place * 3 % 9'000)};
    }
    void find_places(const raster::Window& window, std::vector<std::int64_t>& places) const override {
        places.clear();
        for (std::int64_t row = window.row; row < window.end_row(); ++row) {
            for (std::int64_t column = window.column; column < window.end_column(); ++column)
                places.push_back(place(row, column));
        }
    }
    void read(std::span<const std::int64_t> places, std::vector<BiomassValue>& values) override {
        values.clear();
        for (const std::int64_t place : places)
            values.push_back(value(place));
    }
};

BiomassRules rules_of(const RandomLandscape& landscape, std::size_t map) {
    return {.pixels = landscape.rules, .forest = forest, .map = map, .last_loss_code = last_lost};
}

/// The sums of a plan of such windows on so many threads.
std::vector<BiomassSums> summed(const RandomLandscape& landscape, std::size_t map, const BlockShape& shape,
                                std::size_t threads) {
    MemoryImage image;
    image.layers = landscape.layers;
    const auto plan = plan_bands(landscape.grid(), {shape, shape, {}}, landscape.runs());
    return sum_biomass(plan, landscape.grid(), landscape.runs(), opener(image),
                       [] { return std::make_unique<ThreeByFour>(); }, rules_of(landscape, map), {.threads = threads});
}

std::int64_t area_cm2_of(const reference::LayerImage& layers, std::int64_t row, std::int64_t column) {
    return layers
        .area_cm2[layers.area_per_row ? static_cast<std::size_t>(row) : raster::index_in(layers.window, row, column)];
}

/// The same, pixel by pixel from the painted map of loss, and then biomass pixel by biomass pixel.
std::vector<BiomassSums> naive(const RandomLandscape& landscape, std::size_t map) {
    const MapValues values = map_values_of(landscape.rules)[map];
    const auto& legend = landscape.rules.maps[map].legend.strata();
    std::map<std::pair<std::int64_t, std::size_t>, Tally> shares;
    MemoryImage image;
    image.layers = landscape.layers;
    const auto plan = plan_bands(landscape.grid(), {{1'000, 1'000}, {1'000, 1'000}, {}}, landscape.runs());
    paint_tiles(plan, landscape.grid(), landscape.runs(), opener(image), landscape.rules, forest, {.threads = 1},
                [&](const MapTile& tile) {
                    for (std::int64_t row = tile.window.row; row < tile.window.end_row(); ++row) {
                        for (std::int64_t column = tile.window.column; column < tile.window.end_column(); ++column) {
                            const int value = tile.loss[map][raster::index_in(tile.window, row, column)];
                            if (value < values.step()) continue;
                            const auto stratum = static_cast<std::size_t>(value / values.step() - 1);
                            const int code = value % values.step();
                            if (code == 1 || code == 2) continue;
                            if (stratum < legend.size() && legend[stratum].kind == StratumKind::excluded) continue;
                            shares[{ThreeByFour::place(row, column), stratum}] +=
                                Tally{1, area_cm2_of(landscape.layers, row, column)};
                        }
                    }
                });
    std::vector<BiomassSums> sums(legend.size() + 1);
    for (const auto& [key, tally] : shares)
        sums[key.second].add(tally, key.first < 0 ? BiomassValue{} : ThreeByFour::value(key.first));
    return sums;
}

void expect_equal(const std::vector<BiomassSums>& found, const std::vector<BiomassSums>& expected) {
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].forest(), expected[i].forest());
        EXPECT_EQ(found[i].valued_cm2(), expected[i].valued_cm2());
        EXPECT_EQ(found[i].map_pixels(), expected[i].map_pixels());
        EXPECT_EQ(found[i].agb(), expected[i].agb());
        EXPECT_EQ(found[i].agb_squares(), expected[i].agb_squares());
        EXPECT_EQ(found[i].deviations(), expected[i].deviations());
        EXPECT_EQ(found[i].deviation_squares(), expected[i].deviation_squares());
    }
}

TEST(SumBiomass, PutsBiomassPixelsTogetherForAnyPlanAndThreads) {
    for (const double min_area_ha : {0.0, 1.0}) {
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            RandomLandscape landscape =
                random_landscape(seed, seed % 2 == 0 ? PixelAreas::by_row : PixelAreas::by_pixel);
            if (min_area_ha > 0.0) filter_patches(landscape, min_area_ha);
            for (std::size_t map = 0; map < landscape.rules.maps.size(); ++map) {
                const auto expected = naive(landscape, map);
                for (const BlockShape& shape : {BlockShape{1'000, 1}, BlockShape{7, 5}, BlockShape{1'000, 1'000}}) {
                    for (const std::size_t threads : {1U, 2U, 8U})
                        expect_equal(summed(landscape, map, shape, threads), expected);
                }
            }
        }
    }
}

}  // namespace
}  // namespace reddline::pipeline
