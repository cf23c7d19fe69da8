#include "pipeline/set_sums.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include "pipeline/crosstab_tiles.hpp"
#include "raster/block_plan.hpp"
#include "raster/halo_plan.hpp"
#include "unit/pipeline/memory_stack.hpp"
#include "unit/pipeline/random_landscape.hpp"

namespace reddline::pipeline {
namespace {

using testing::ElementsAre;

constexpr kernels::TallyShape shape{.last_loss_code = 9};

TEST(SetSums, AddSetsUpByTheirZonesWhateverTheirNumbers) {
    const auto bin = static_cast<std::uint32_t>(shape.bin(40, 3));
    SetSums sums(shape, 1);
    sums.add({{{0}, {{{{1}, {{bin, {2, 20}}}}}}}, {{0, 1}, {{{{1}, {{bin, {3, 30}}}}}}}});
    sums.add({{{0, 1}, {{{{1}, {{bin, {4, 40}}}}}}}});
    const auto tables = sums.crosstabs({0.0}, 2, 1, 100);
    ASSERT_EQ(tables.size(), 1U);
    EXPECT_THAT(tables[0].crosstab.bins(), ElementsAre(Bin{{0, 0, 40, 3}, {9, 90}}, Bin{{1, 0, 40, 3}, {7, 70}}));
    EXPECT_EQ(tables[0].crosstab.pixels_read(), 100);
}

/// The landscape counted in pieces of a few bands each, added up in another order.
std::vector<CrosstabOfArea> in_pieces(const RandomLandscape& landscape, const std::vector<raster::Band>& plan,
                                      std::uint32_t seed) {
    std::mt19937 random(seed);
    std::vector<std::vector<SetTables>> pieces;
    for (std::size_t first = 0; first < plan.size();) {
        const std::size_t end = std::min(plan.size(), first + 1 + random() % 4);
        const std::vector<raster::Band> part(plan.begin() + static_cast<std::ptrdiff_t>(first),
                                             plan.begin() + static_cast<std::ptrdiff_t>(end));
        MemoryImage image;
        image.layers = landscape.layers;
        pieces.push_back(set_tables(
            sum_tiles(part, landscape.grid(), landscape.runs(), opener(image), landscape.rules, {.threads = 2}),
            landscape.runs().sets()));
        first = end;
    }
    std::ranges::shuffle(pieces, random);
    SetSums sums({.last_loss_code = landscape.rules.codes.last_code()}, min_areas_ha(landscape.rules).size());
    for (const std::vector<SetTables>& piece : pieces)
        sums.add(piece);
    return sums.crosstabs(min_areas_ha(landscape.rules), landscape.rules.zones, landscape.rules.maps.size(),
                          raster::pixels_in(plan));
}

TEST(SetSums, GiveTheTwinsTablesForAnyPartitionInAnyOrder) {
    for (std::uint64_t seed = 31; seed <= 36; ++seed) {
        RandomLandscape landscape = random_landscape(seed, seed % 2 == 0 ? PixelAreas::by_row : PixelAreas::by_pixel);
        if (seed > 33) {
            landscape.rules.min_area_ha = 0.5;
            landscape.rules.halo = raster::halo_of(0.5, *std::ranges::min_element(landscape.layers.area_cm2));
        }
        const std::vector<raster::Band> plan = plan_bands(landscape.grid(), {{9, 7}, {9, 7}, {}}, landscape.runs());
        std::vector<raster::Window> windows;
        for (const raster::Band& band : plan)
            windows.insert(windows.end(), band.begin(), band.end());
        const auto expected = reference::crosstab_naive(landscape.layers, landscape.zones, windows, landscape.rules);
        for (std::uint32_t order = 0; order < 4; ++order)
            EXPECT_EQ(in_pieces(landscape, plan, order), expected) << "seed " << seed;
    }
}

}  // namespace
}  // namespace reddline::pipeline
