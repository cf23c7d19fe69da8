#include "pipeline/pixel_counter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "reference/layer_image.hpp"
#include "support/thrown_error.hpp"

namespace reddline::pipeline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Combination = std::vector<std::uint16_t>;

constexpr kernels::TallyShape shape{.last_loss_code = 3};

/// Two rows of four pixels; the block starts at column 10, row 20 of its grid.
reference::LayerImage image() {
    reference::LayerImage image;
    image.window = {10, 20, 4, 2};
    image.cover_pct = {80, 80, 80, 80,  //
                       50, 50, 50, 50};
    image.loss_code = {0, 1, 1, 0,  //
                       2, 2, 0, 9};
    image.area_cm2 = {100, 90};
    return image;
}

Error described(std::size_t map, std::int64_t column, std::int64_t row) {
    return {ErrorCode::code_unlisted, "map " + std::to_string(map),
            "column " + std::to_string(column) + ", row " + std::to_string(row)};
}

PixelCounter counter() {
    return {shape, kernels::InstructionSet::portable};
}

/// The table of one window of an image.
Crosstab counted(const reference::LayerImage& pixels, const raster::Window& window, const raster::RunTable& runs,
                 std::size_t zones) {
    raster::Block block;
    reference::set_block(block, pixels);
    PixelCounter one = counter();
    one.count(block, nullptr, window, runs, described);
    return one.take().front().by_zone(zones, pixels.strata.size(), runs.sets(), 0);
}

Crosstab counted(const reference::LayerImage& pixels, const raster::RunTable& runs, std::size_t zones) {
    return counted(pixels, pixels.window, runs, zones);
}

TEST(PixelCounter, CountsAPixelOnceForEveryZoneThatHoldsIt) {
    // Zone 0 holds columns 10 and 11, zone 1 columns 11 and 12 of both rows.
    const raster::RunTable zones({{20, 10, 12, 0}, {20, 11, 13, 1}, {21, 10, 12, 0}, {21, 11, 13, 1}});
    const Crosstab table = counted(image(), zones, 2);
    EXPECT_THAT(table.bins(),
                ElementsAre(Bin{{0, 0, 50, 2}, {2, 180}}, Bin{{0, 0, 80, 0}, {1, 100}}, Bin{{0, 0, 80, 1}, {1, 100}},
                            Bin{{1, 0, 50, 0}, {1, 90}}, Bin{{1, 0, 50, 2}, {1, 90}}, Bin{{1, 0, 80, 1}, {2, 200}}));
    EXPECT_EQ(table.outcomes()[static_cast<std::size_t>(Outcome::counted)], (Tally{6, 570}));
}

TEST(PixelCounter, CountsTheWindowAloneAndNotTheHaloAroundIt) {
    const raster::RunTable zones({{20, 0, 100, 0}, {21, 0, 100, 0}});
    const Crosstab table = counted(image(), {11, 21, 2, 1}, zones, 1);
    EXPECT_THAT(table.bins(), ElementsAre(Bin{{0, 0, 50, 0}, {1, 90}}, Bin{{0, 0, 50, 2}, {1, 90}}));
    EXPECT_EQ(table.pixels_read(), 2);
}

TEST(PixelCounter, CountsPixelsAgainByTheCoverThatThePatchFilterLeaves) {
    // The first pixel is opened from 80 to 7; the second has no cover, the third is water, and no opening moves them.
    reference::LayerImage pixels = image();
    pixels.cover_pct[1] = 255;
    pixels.land = {1, 1, 2, 1, 1, 1, 1, 1};
    const raster::RunTable zones({{20, 10, 13, 0}});
    raster::Block block;
    reference::set_block(block, pixels);
    const OpenedCover opened{{9, 20, 4, 1}, {99, 7, 0, 0}};
    PixelCounter one(shape, kernels::InstructionSet::portable, Covers::mapped_and_opened);
    one.count(block, &opened, {10, 20, 3, 1}, zones, described);
    const std::vector<CrosstabSum> sums = one.take();
    ASSERT_EQ(sums.size(), 2U);
    const Crosstab mapped = sums[0].by_zone(1, 0, zones.sets(), 0);
    const Crosstab by_patches = sums[1].by_zone(1, 0, zones.sets(), 0);
    EXPECT_THAT(mapped.bins(), ElementsAre(Bin{{0, 0, 80, 0}, {1, 100}}));
    EXPECT_THAT(by_patches.bins(), ElementsAre(Bin{{0, 0, 7, 0}, {1, 100}}));
    EXPECT_EQ(by_patches.zone_outcome(0), mapped.zone_outcome(0));
}

TEST(PixelCounter, KeepsEveryCombinationOfStrataApart) {
    const raster::RunTable zones({{20, 10, 14, 0}});
    reference::LayerImage pixels = image();
    pixels.strata = {{1, 1, 1, 2, 0, 0, 0, 0}, {5, 5, 6, 5, 0, 0, 0, 0}};
    const Crosstab table = counted(pixels, zones, 1);
    EXPECT_THAT(table.combinations(), ElementsAre(Combination{1, 5}, Combination{1, 6}, Combination{2, 5}));
    EXPECT_THAT(table.bins(), ElementsAre(Bin{{0, 0, 80, 0}, {1, 100}}, Bin{{0, 0, 80, 1}, {1, 100}},
                                          Bin{{0, 1, 80, 1}, {1, 100}}, Bin{{0, 2, 80, 0}, {1, 100}}));
}

TEST(PixelCounter, SortsEveryPixelThatDoesNotCountUnderItsReason) {
    reference::LayerImage pixels;
    pixels.window = {0, 0, 7, 1};
    //                  counted mask water loss cover beyond above 100
    pixels.cover_pct = {80, 80, 80, 80, 255, 80, 120};
    pixels.loss_code = {3, 0, 0, 255, 0, 4, 0};
    pixels.land = {1, 0, 2, 1, 1, 1, 1};
    pixels.area_cm2 = {1, 2, 4, 8, 16, 32, 64};
    pixels.area_per_row = false;
    //                          counted  outside loss    cover    mask    water   beyond   above 100
    const OutcomeTally expected{{{1, 1}, {0, 0}, {1, 8}, {1, 16}, {1, 2}, {1, 4}, {1, 32}, {1, 64}}};
    EXPECT_EQ(counted(pixels, raster::RunTable({{0, 0, 7, 0}}), 1).zone_outcome(0), expected);
}

TEST(PixelCounter, NamesTheFirstPixelInAZoneWhoseStratumIsNotListed) {
    reference::LayerImage pixels = image();
    pixels.strata = {{raster::unlisted_stratum, 0, 0, 0, 0, 0, raster::unlisted_stratum, 0}};
    const raster::RunTable zones({{20, 11, 14, 0}, {21, 10, 14, 0}});
    EXPECT_EQ(tests::error_line([&] { return counted(pixels, zones, 1); }), "code_unlisted: map 0: column 12, row 21");
}

TEST(PixelCounter, HoldsPixelsOfAnySizeAndMoreOfThemThanATableHas) {
    // Pixels of a quarter of the Earth: hardly any fit into a bin before it must be emptied.
    reference::LayerImage pixels;
    const std::int64_t quarter_cm2 = 1'275'164'054'310'000'000;
    pixels.window = {0, 0, 3, 2};
    pixels.cover_pct.assign(6, 40);
    pixels.loss_code.assign(6, 0);
    pixels.area_cm2 = {1, quarter_cm2};
    const Crosstab table = counted(pixels, raster::RunTable({{0, 0, 3, 0}, {1, 0, 3, 0}}), 1);
    EXPECT_THAT(table.bins(), ElementsAre(Bin{{0, 0, 40, 0}, {6, 3 + 3 * quarter_cm2}}));
}

TEST(PixelCounter, EmptiesItsTablesWhenThereAreTooManyAndLosesNothing) {
    // 2,000 zones of one pixel each, row after row.
    constexpr std::int64_t zones = 2'000;
    std::vector<raster::Span> spans;
    for (std::int64_t zone = 0; zone < zones; ++zone)
        spans.push_back({zone, 0, 1, static_cast<std::uint32_t>(zone)});
    const raster::RunTable runs(spans);
    PixelCounter one = counter();
    for (int round = 0; round < 2; ++round) {
        for (std::int64_t zone = 0; zone < zones; ++zone) {
            reference::LayerImage pixel;
            pixel.window = {0, zone, 1, 1};
            pixel.cover_pct = {40};
            pixel.loss_code = {static_cast<std::uint8_t>(round)};
            pixel.area_cm2 = {zone + 1};
            raster::Block block;
            reference::set_block(block, pixel);
            one.count(block, nullptr, pixel.window, runs, described);
        }
    }
    const Crosstab table = one.take().front().by_zone(zones, 0, runs.sets(), 0);
    ASSERT_EQ(table.bins().size(), 2U * zones);
    for (std::int64_t zone = 0; zone < zones; ++zone) {
        const auto index = static_cast<std::uint32_t>(zone);
        EXPECT_EQ(table.bins()[2 * index], (Bin{{index, 0, 40, 0}, {1, zone + 1}}));
        EXPECT_EQ(table.bins()[2 * index + 1], (Bin{{index, 0, 40, 1}, {1, zone + 1}}));
    }
}

TEST(PixelCounter, TakesMoreZonesInOneWindowThanItHasTables) {
    // 1,500 zones of one pixel each, side by side, in two rows.
    constexpr std::int64_t zones = 1'500;
    reference::LayerImage pixels;
    pixels.window = {0, 0, zones, 2};
    pixels.cover_pct.assign(2 * zones, 40);
    pixels.loss_code.assign(2 * zones, 0);
    pixels.area_cm2 = {7, 9};
    std::vector<raster::Span> spans;
    for (std::int64_t zone = 0; zone < zones; ++zone) {
        spans.push_back({0, zone, zone + 1, static_cast<std::uint32_t>(zone)});
        spans.push_back({1, zone, zone + 1, static_cast<std::uint32_t>(zone)});
    }
    const Crosstab table = counted(pixels, raster::RunTable(spans), zones);
    ASSERT_EQ(table.bins().size(), static_cast<std::size_t>(zones));
    for (const Bin& bin : table.bins())
        EXPECT_EQ(bin.tally, (Tally{2, 16}));
}

TEST(PixelCounter, IsEmptyOnceTaken) {
    const raster::RunTable zones({{20, 10, 14, 0}});
    raster::Block block;
    reference::set_block(block, image());
    PixelCounter one = counter();
    one.count(block, nullptr, block.window, zones, described);
    EXPECT_EQ(one.take().front().by_zone(1, 0, zones.sets(), 0).pixels_read(), 4);
    EXPECT_EQ(one.take().front().by_zone(1, 0, zones.sets(), 0), Crosstab(1, 0));
}

}  // namespace
}  // namespace reddline::pipeline
