#include "pipeline/block_tally.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace reddline::pipeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

using Combination = std::vector<std::uint16_t>;

CrosstabRules rules() {
    return {.zones = 2, .codes = LossCodes{LossYear{2001}, LossYear{2003}}, .maps = {}};
}

/// Two rows of four pixels; the block starts at column 10, row 20 of its grid.
raster::Block block() {
    raster::Block block;
    block.window = {10, 20, 4, 2};
    block.cover_pct = {80, 80, 80, 80,  //
                       50, 50, 50, 50};
    block.loss_code = {0, 1, 1, 0,  //
                       2, 2, 0, 9};
    block.area_cm2 = {100, 90};
    return block;
}

TEST(TallyBlock, CountsByZoneSetAndFindsThePixelsThatNoZoneHolds) {
    // Zone 0 holds columns 10 and 11, zone 1 columns 11 and 12 of both rows: sets {0}, {0, 1}, {1}.
    const raster::RunTable zones({{20, 10, 12, 0}, {20, 11, 13, 1}, {21, 10, 12, 0}, {21, 11, 13, 1}});
    const raster::Block pixels = block();

    const BlockTally tally = tally_block(pixels, pixels.cover_pct, pixels.window, zones, rules());

    EXPECT_THAT(tally.bins, UnorderedElementsAre(Bin{{0, 0, 80, 0}, {1, 100}}, Bin{{0, 0, 50, 2}, {1, 90}},
                                                 Bin{{1, 1, 80, 1}, {1, 100}}, Bin{{1, 1, 50, 2}, {1, 90}},
                                                 Bin{{2, 2, 80, 1}, {1, 100}}, Bin{{2, 2, 50, 0}, {1, 90}}));
    EXPECT_EQ(tally.outside, (Tally{2, 190}));
    ASSERT_EQ(tally.set_outcomes.size(), 3U);
    EXPECT_EQ(tally.set_outcomes.at(1)[static_cast<std::size_t>(Outcome::counted)], (Tally{2, 190}));
}

TEST(TallyBlock, CountsTheWindowAloneAndNotTheHaloAroundIt) {
    const raster::RunTable zones({{20, 0, 100, 0}, {21, 0, 100, 0}});
    const raster::Block pixels = block();
    const BlockTally tally = tally_block(pixels, pixels.cover_pct, {11, 21, 2, 1}, zones, rules());
    EXPECT_THAT(tally.bins, UnorderedElementsAre(Bin{{0, 0, 50, 2}, {1, 90}}, Bin{{0, 0, 50, 0}, {1, 90}}));
    EXPECT_EQ(tally.outside, Tally{});
}

TEST(TallyBlock, TakesTheCoverItIsHandedInsteadOfTheBlocksOwn) {
    const raster::RunTable zones({{20, 10, 11, 0}});
    const raster::Block pixels = block();
    const std::vector<std::uint8_t> opened(8, 7);
    EXPECT_THAT(tally_block(pixels, opened, pixels.window, zones, rules()).bins,
                ElementsAre(Bin{{0, 0, 7, 0}, {1, 100}}));
}

TEST(TallyBlock, KeepsEveryCombinationOfStrataApart) {
    const raster::RunTable zones({{20, 10, 14, 0}});
    raster::Block pixels = block();
    pixels.strata = {{1, 1, 1, 2, 0, 0, 0, 0}, {5, 5, 6, 5, 0, 0, 0, 0}};
    const BlockTally tally = tally_block(pixels, pixels.cover_pct, pixels.window, zones, rules());
    EXPECT_THAT(tally.combinations, ElementsAre(Combination{1, 5}, Combination{1, 6}, Combination{2, 5}));
    EXPECT_THAT(tally.bins, UnorderedElementsAre(Bin{{0, 0, 80, 0}, {1, 100}}, Bin{{0, 0, 80, 1}, {1, 100}},
                                                 Bin{{0, 1, 80, 1}, {1, 100}}, Bin{{0, 2, 80, 0}, {1, 100}}));
}

TEST(TallyBlock, SortsEveryPixelThatDoesNotCountUnderItsReason) {
    raster::Block pixels;
    pixels.window = {0, 0, 7, 1};
    //                  counted mask water loss cover beyond above 100
    pixels.cover_pct = {80, 80, 80, 80, 255, 80, 120};
    pixels.loss_code = {3, 0, 0, 255, 0, 4, 0};
    pixels.land = {1, 0, 2, 1, 1, 1, 1};
    pixels.area_cm2 = {1, 2, 4, 8, 16, 32, 64};
    pixels.area_per_row = false;
    const raster::RunTable zones({{0, 0, 7, 0}});
    const BlockTally tally = tally_block(pixels, pixels.cover_pct, pixels.window, zones, rules());
    //                          counted  outside loss    cover    mask    water   beyond   above 100
    const OutcomeTally expected{{{1, 1}, {0, 0}, {1, 8}, {1, 16}, {1, 2}, {1, 4}, {1, 32}, {1, 64}}};
    EXPECT_THAT(tally.set_outcomes, ElementsAre(Pair(0, expected)));
}

TEST(TallyBlock, AddsUpTheAreaOfEachPixelOutsideTheZones) {
    raster::Block pixels = block();
    pixels.area_per_row = false;
    pixels.area_cm2 = {1, 2, 4, 8, 16, 32, 64, 128};
    const raster::RunTable zones({{20, 11, 12, 0}, {20, 13, 14, 0}});
    EXPECT_EQ(tally_block(pixels, pixels.cover_pct, pixels.window, zones, rules()).outside, (Tally{6, 245}));
}

TEST(TallyBlock, FindsEverythingOutsideWhereNoZoneReaches) {
    const raster::Block pixels = block();
    const BlockTally tally = tally_block(pixels, pixels.cover_pct, pixels.window, raster::RunTable{}, rules());
    EXPECT_THAT(tally.bins, IsEmpty());
    EXPECT_THAT(tally.set_outcomes, IsEmpty());
    EXPECT_EQ(tally.outside, (Tally{8, 4 * 100 + 4 * 90}));
}

}  // namespace
}  // namespace reddline::pipeline
