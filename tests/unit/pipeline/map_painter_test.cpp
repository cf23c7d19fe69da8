#include "pipeline/map_painter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reference/layer_image.hpp"
#include "support/thrown_error.hpp"

namespace reddline::pipeline {
namespace {

using testing::ElementsAre;

/// One row of eight pixels, of which the zone holds all but the last.
struct OneRow {
    reference::LayerImage layers{.window = {10, 4, 8, 1},
                                 //             forest lost  thin  thin+loss water 101 %  none  outside
                                 .cover_pct = {80, 31, 30, 30, 80, 101, 80, 80},
                                 .loss_code = {0, 2, 0, 3, 2, 0, 1, 1},
                                 .land = {1, 1, 1, 1, 2, 1, 1, 1},
                                 .strata = {{0, 1, 1, 0, 0, 0, 2, 255}},
                                 .area_cm2 = {100},
                                 .area_per_row = true};
    CrosstabRules rules{.zones = 1, .codes = LossCodes{LossYear{2001}, LossYear{2003}}, .maps = {two_strata()}};
    raster::RunTable zones{{raster::Span{4, 10, 17, 0}}};

    static StrataMap two_strata() {
        Legend legend("legend.csv");
        legend.add("1", {"evergreen", StratumKind::forest});
        legend.add("2", {"deciduous", StratumKind::forest});
        return {"types", 2015, StrataRole::baseline, legend};
    }
    [[nodiscard]] MapTile painted(const ForestRule& forest, const OpenedCover* opened = nullptr) const {
        raster::Block block;
        reference::set_block(block, layers);
        const MapPainter painter(rules, forest);
        MapTile tile;
        painter.begin(layers.window, tile);
        painter.paint(
            block, opened, layers.window, zones,
            [](std::size_t, std::int64_t column, std::int64_t) {
                return Error(ErrorCode::code_unlisted, "map", std::to_string(column));
            },
            tile);
        return tile;
    }
};

constexpr ForestRule above_30{.canopy_pct = 30.0, .canopy_rule = CanopyRule::greater};

TEST(MapPainter, SaysOfEachPixelWhereItIsCounted) {
    const MapTile tile = OneRow{}.painted(above_30);
    // Four codes make a step of 4; stratum 1 = 4.., 2 = 8.., none = 12..
    EXPECT_THAT(tile.loss, ElementsAre(ElementsAre(4, 8 + 2, 1, 2, 3, 3, 12 + 1, 0)));
    EXPECT_THAT(tile.strata, ElementsAre(ElementsAre(1, 2, 2, 1, 255, 255, 3, 0)));
}

TEST(MapPainter, GoesByTheRuleAtTheThreshold) {
    ForestRule at_least = above_30;
    at_least.canopy_rule = CanopyRule::at_least;
    EXPECT_THAT(OneRow{}.painted(at_least).loss, ElementsAre(ElementsAre(4, 8 + 2, 8, 4 + 3, 3, 3, 12 + 1, 0)));
}

TEST(MapPainter, GoesByTheCoverThatThePatchFilterLeaves) {
    const OpenedCover opened{{10, 4, 8, 1}, {80, 0, 0, 0, 0, 0, 80, 0}};
    EXPECT_THAT(OneRow{}.painted(above_30, &opened).loss, ElementsAre(ElementsAre(4, 2, 1, 2, 3, 3, 12 + 1, 0)));
}

TEST(MapPainter, TakesAllForestAsOneStratumWithoutAMap) {
    OneRow row;
    row.layers.strata.clear();
    row.rules.maps.clear();
    const MapTile tile = row.painted(above_30);
    EXPECT_THAT(tile.loss, ElementsAre(ElementsAre(4, 4 + 2, 1, 2, 3, 3, 4 + 1, 0)));
    EXPECT_TRUE(tile.strata.empty());
}

TEST(MapPainter, StopsAtACodeInAZoneThatTheLegendLacks) {
    OneRow row;
    row.layers.strata[0][3] = raster::unlisted_stratum;
    const Error error = tests::thrown_error([&] { static_cast<void>(row.painted(above_30)); });
    EXPECT_EQ(error.code(), ErrorCode::code_unlisted);
    EXPECT_EQ(error.message(), "13");
}

}  // namespace
}  // namespace reddline::pipeline
