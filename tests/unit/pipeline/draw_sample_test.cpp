#include "pipeline/draw_sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "pipeline/crosstab_tiles.hpp"
#include "raster/block_plan.hpp"
#include "support/thrown_error.hpp"
#include "unit/pipeline/memory_stack.hpp"
#include "unit/pipeline/random_landscape.hpp"

namespace reddline::pipeline {
namespace {

using raster::BlockShape;
using testing::ElementsAre;

constexpr ForestRule forest{.canopy_pct = 40.0, .canopy_rule = CanopyRule::greater};

SampleRules change_rules(SampleClasses classes) {
    SampleRules rules;
    rules.classes = classes;
    if (classes != SampleClasses::change) rules.map = "baseline-2015";
    rules.first_year = LossYear{2004};
    rules.last_year = LossYear{2007};
    rules.zones = SampleZones::split;
    rules.points = 40;
    rules.seed = 11;
    return rules;
}

raster::Grid grid_of(const RandomLandscape& landscape) {
    raster::Grid grid = landscape.grid();
    grid.origin_x = 105.0;
    grid.origin_y = 13.0;
    grid.pixel_width = 0.00025;
    grid.pixel_height = 0.00025;
    return grid;
}

DrawnPixels drawn(const RandomLandscape& landscape, const SampleRules& rules, const BlockShape& shape,
                  std::size_t threads) {
    MemoryImage image;
    image.layers = landscape.layers;
    const raster::Grid grid = grid_of(landscape);
    const auto plan = plan_bands(grid, {shape, shape, {}}, landscape.runs());
    return draw_pixels(plan, grid, landscape.runs(), opener(image), landscape.rules, forest, rules,
                       {.threads = threads});
}

/// Pixels and area by class and zone.
using Sizes = std::map<std::pair<std::string, std::uint32_t>, Tally>;

Sizes sizes_of(const DrawnPixels& pixels) {
    Sizes sizes;
    for (const DrawnStratum& stratum : pixels.strata) {
        for (const std::uint32_t zone : stratum.zones)
            sizes[{stratum.sample_class.name, zone}] += stratum.size;
    }
    return sizes;
}

/// The name of the stratum that a bin belongs to, in words of its own; empty where it is in none.
std::string stratum_of(const RandomLandscape& landscape, const Crosstab& crosstab, const Bin& bin,
                       const SampleRules& rules) {
    const std::uint16_t index = crosstab.combinations()[bin.key.combination][1];  // the baseline map is the second
    const auto& strata = landscape.rules.maps[1].legend.strata();
    const bool has_stratum = index < strata.size();
    if (rules.classes == SampleClasses::map_class) return has_stratum ? strata[index].name : "";
    const bool is_type = has_stratum && strata[index].kind == StratumKind::forest;
    const bool was_forest = forest.is_forest(bin.key.cover_pct) && (rules.map.empty() || is_type);
    const int year = bin.key.loss_code == 0 ? 0 : 2000 + bin.key.loss_code;
    if (!was_forest || (year != 0 && year < 2004)) return "other land";
    const std::string type = rules.classes == SampleClasses::change ? "forest" : strata[index].name;
    const bool is_lost = year >= 2004 && year <= 2007;
    if (is_lost) return rules.classes == SampleClasses::change ? "loss" : "loss of " + type;
    return type;
}

TEST(DrawPixels, CountsWhatTheCrosstabCounts) {
    for (const double min_area_ha : {0.0, 1.0}) {
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            RandomLandscape landscape =
                random_landscape(seed, seed % 2 == 0 ? PixelAreas::by_row : PixelAreas::by_pixel);
            if (min_area_ha > 0.0) filter_patches(landscape, min_area_ha);
            MemoryImage image;
            image.layers = landscape.layers;
            const auto plan = plan_bands(landscape.grid(), {{32, 32}, {32, 32}, {}}, landscape.runs());
            const Crosstab crosstab =
                crosstab_tiles(plan, landscape.grid(), landscape.runs(), opener(image), landscape.rules, {})
                    .back()
                    .crosstab;
            for (const SampleClasses classes :
                 {SampleClasses::change, SampleClasses::change_by_type, SampleClasses::map_class}) {
                const SampleRules rules = change_rules(classes);
                Sizes expected;
                for (const Bin& bin : crosstab.bins()) {
                    const std::string name = stratum_of(landscape, crosstab, bin, rules);
                    if (!name.empty()) expected[{name, bin.key.zone}] += bin.tally;
                }

                EXPECT_EQ(sizes_of(drawn(landscape, rules, {17, 13}, 2)), expected);
            }
        }
    }
}

/// Everything of the drawn pixels, to be compared.
using Drawn = std::vector<std::tuple<std::string, std::vector<std::uint32_t>, Tally, std::vector<NumberedPixel>>>;

Drawn all_of(const DrawnPixels& pixels) {
    Drawn all;
    for (const DrawnStratum& stratum : pixels.strata)
        all.emplace_back(stratum.sample_class.name, stratum.zones, stratum.size, stratum.pixels);
    return all;
}

TEST(DrawPixels, AreTheSameForAnyPlanAndThreads) {
    RandomLandscape landscape = random_landscape(3, PixelAreas::by_row);
    filter_patches(landscape, 1.0);
    SampleRules rules = change_rules(SampleClasses::change_by_type);
    rules.near_loss_pixels = 3;
    const Drawn one = all_of(drawn(landscape, rules, {200, 200}, 1));
    ASSERT_GT(one.size(), 5U);
    for (const BlockShape& shape : std::array<BlockShape, 4>{{{200, 1}, {1, 200}, {7, 5}, {32, 32}}}) {
        for (const std::size_t threads : {1U, 2U, 8U})
            EXPECT_EQ(all_of(drawn(landscape, rules, shape, threads)), one);
    }
}

TEST(DrawPixels, OfFewAreAmongThoseOfMany) {
    const RandomLandscape landscape = random_landscape(2, PixelAreas::by_row);
    SampleRules rules = change_rules(SampleClasses::change);
    const DrawnPixels many = drawn(landscape, rules, {32, 32}, 2);
    rules.points = 5;
    const DrawnPixels few = drawn(landscape, rules, {32, 32}, 2);
    ASSERT_EQ(few.strata.size(), many.strata.size());
    for (std::size_t i = 0; i < few.strata.size(); ++i) {
        const auto& all = many.strata[i].pixels;
        const auto& some = few.strata[i].pixels;
        ASSERT_LE(some.size(), 5U);
        EXPECT_TRUE(std::equal(some.begin(), some.end(), all.begin()));
    }
    rules.seed = 12;
    EXPECT_NE(all_of(drawn(landscape, rules, {32, 32}, 2)), all_of(few));
}

/// A row of 12 pixels in one zone: forest, of which the fourth was lost in the years, and other land at the end.
RandomLandscape one_row() {
    Legend legend("legend.csv");
    legend.add("1", {"evergreen", StratumKind::forest});
    RandomLandscape landscape{{.window = {0, 0, 12, 1},
                               .cover_pct = {80, 80, 80, 80, 80, 80, 80, 80, 80, 10, 10, 255},
                               .loss_code = {0, 0, 0, 5, 0, 1, 9, 0, 0, 0, 5, 0},
                               .land = std::vector<std::uint8_t>(12, 1),
                               .strata = {std::vector<std::uint8_t>(12, 0)},
                               .area_cm2 = {100},
                               .area_per_row = true},
                              {std::vector<bool>(12, true)},
                              {.zones = 1,
                               .codes = LossCodes{LossYear{2001}, LossYear{2012}},
                               .maps = {{"types", 2015, StrataRole::baseline, legend}}}};
    return landscape;
}

TEST(DrawPixels, CallForestNearLossThatIsSoManyPixelsAway) {
    SampleRules rules = change_rules(SampleClasses::change);
    rules.near_loss_pixels = 2;
    std::map<std::string, std::vector<std::int64_t>> columns;
    const DrawnPixels pixels = drawn(one_row(), rules, {3, 1}, 1);
    for (const DrawnStratum& stratum : pixels.strata) {
        for (const NumberedPixel& pixel : stratum.pixels)
            columns[stratum.sample_class.name].push_back(pixel.column);
        std::ranges::sort(columns[stratum.sample_class.name]);
        EXPECT_EQ(stratum.sample_class.map_class,
                  stratum.sample_class.name == "forest near loss" ? "forest" : stratum.sample_class.name);
    }
    // Column 5 was lost before the years and is other land; column 6 is lost after them and stays forest; the loss of column 10 was
    // not of forest; column 11 has no data.
    EXPECT_THAT(columns["loss"], ElementsAre(3));
    EXPECT_THAT(columns["forest near loss"], ElementsAre(1, 2, 4));
    EXPECT_THAT(columns["forest"], ElementsAre(0, 6, 7, 8));
    EXPECT_THAT(columns["other land"], ElementsAre(5, 9, 10));
    EXPECT_EQ(pixels.left_out, (Tally{1, 100}));
}

/// A zone of 40 pixels in one row, all forest.
RandomLandscape even_forest() {
    RandomLandscape landscape = one_row();
    reference::LayerImage& layers = landscape.layers;
    layers.window.columns = 40;
    layers.cover_pct.assign(40, 80);
    layers.loss_code.assign(40, 0);
    layers.land.assign(40, 1);
    layers.strata = {std::vector<std::uint8_t>(40, 0)};
    landscape.zones = {std::vector<bool>(40, true)};
    return landscape;
}

TEST(DrawPixels, DrawEveryPixelAsOftenAsEveryOther) {
    // 2,000 seeds draw 10 of 40 pixels each: a pixel is drawn 500 times on average. The statistic
    // sum (count - 500)^2 / (500 (1 - 10/40)) x 39/40 has about the chi-square distribution with 39 degrees of freedom, whose quantile at
    // 0.9999 is 80.6, and at 0.0001 14.3 (R: qchisq(c(0.9999, 0.0001), 39)).
    constexpr int seeds = 2000;
    constexpr double mean = 500.0;
    const RandomLandscape landscape = even_forest();
    SampleRules rules = change_rules(SampleClasses::change);
    rules.points = 10;
    std::array<int, 40> counts{};
    for (rules.seed = 0; rules.seed < seeds; ++rules.seed) {
        const DrawnPixels pixels = drawn(landscape, rules, {40, 1}, 1);
        ASSERT_EQ(pixels.strata.size(), 1U);
        ASSERT_EQ(pixels.strata[0].pixels.size(), 10U);
        for (const NumberedPixel& pixel : pixels.strata[0].pixels)
            ++counts[static_cast<std::size_t>(pixel.column)];
    }
    double statistic = 0.0;
    for (const int count : counts)
        statistic += (count - mean) * (count - mean) / (mean * 0.75) * 39.0 / 40.0;
    EXPECT_LT(statistic, 80.6);
    EXPECT_GT(statistic, 14.3);
}

TEST(PointsOf, AreInAnOrderThatDoesNotShowTheStrata) {
    const RandomLandscape landscape = random_landscape(2, PixelAreas::by_row);
    SampleRules rules = change_rules(SampleClasses::change);
    rules.zones = SampleZones::joined;
    const DrawnPixels pixels = drawn(landscape, rules, {32, 32}, 2);
    SamplePlan design;
    for (const DrawnStratum& stratum : pixels.strata) {
        DesignedStratum designed;
        designed.points = std::min<std::int64_t>(20, stratum.size.pixels);
        design.strata.push_back(designed);
    }
    const std::vector<SamplePoint> points = points_of(pixels, design, grid_of(landscape), rules.seed);
    ASSERT_EQ(static_cast<std::int64_t>(points.size()), design.points());
    std::set<std::string> ids;
    std::int64_t changes = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        EXPECT_EQ(points[i].order, static_cast<std::int64_t>(i) + 1);
        ids.insert(points[i].id);
        if (i > 0 && points[i].stratum != points[i - 1].stratum) ++changes;
        // 105 degrees east and 13 north are 420,000 and 52,000 pixels of 0.00025 degrees from the origin.
        EXPECT_EQ(points[i].id,
                  "x" + std::to_string(420'000 + points[i].column) + "y" + std::to_string(points[i].row - 52'000));
    }
    EXPECT_EQ(ids.size(), points.size());
    // Of three strata of 20 points two thirds of the steps change the stratum, 39 on average; in blocks it would be two.
    EXPECT_GT(changes, 25);
}

TEST(DrawPixels, StopWhereACodeIsNotInTheLegend) {
    RandomLandscape landscape = one_row();
    landscape.layers.strata[0][4] = raster::unlisted_stratum;
    const Error error = tests::thrown_error([&] {
        return drawn(landscape, change_rules(SampleClasses::change), {12, 1}, 1).strata.size();
    });
    EXPECT_EQ(error.code(), ErrorCode::code_unlisted);
}

}  // namespace
}  // namespace reddline::pipeline
