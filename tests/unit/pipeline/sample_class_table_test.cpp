#include "pipeline/sample_class_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reddline::pipeline {
namespace {

using testing::ElementsAre;

/// A map of two forest types and rubber, and a product of three years.
CrosstabRules small_rules() {
    Legend legend("legend.csv");
    legend.add("1", {"evergreen", StratumKind::forest});
    legend.add("2", {"rubber", StratumKind::excluded});
    legend.add("3", {"bamboo", StratumKind::forest});
    return {.zones = 1,
            .codes = LossCodes{LossYear{2001}, LossYear{2003}},
            .maps = {{"types", 2015, StrataRole::baseline, legend}}};
}

SampleRules of_2002(SampleClasses classes, const std::string& map) {
    SampleRules rules;
    rules.classes = classes;
    rules.map = map;
    rules.first_year = LossYear{2002};
    rules.last_year = LossYear{2002};
    return rules;
}

/// The class names of pixels with these values in both layers.
std::vector<std::string> names(const SampleClassTable& table, const std::vector<std::uint16_t>& loss,
                               const std::vector<std::uint8_t>& strata = {}) {
    const MapTile tile{{}, {loss}, {strata}};
    std::vector<std::uint16_t> classes;
    table.classify(tile, classes);
    std::vector<std::string> found;
    for (const std::uint16_t one : classes)
        found.push_back(one == SampleClassTable::none ? "-" : table.classes()[one].name);
    return found;
}

// Four codes make a step of 4: evergreen 4.., rubber 8.., bamboo 12.., no type 16..; behind them the loss code.
const std::vector<std::uint16_t> marks{0, 1, 2, 3};
const std::vector<std::uint16_t> evergreen{4, 5, 6, 7};
const std::vector<std::uint16_t> others{8, 10, 12, 14, 16, 18};

TEST(SampleClassTable, TellsLossForestAndOtherLand) {
    const SampleClassTable table(small_rules(), of_2002(SampleClasses::change, "types"));
    EXPECT_THAT(names(table, marks), ElementsAre("-", "other land", "other land", "-"));
    EXPECT_THAT(names(table, evergreen), ElementsAre("forest", "other land", "loss", "forest"));
    EXPECT_THAT(names(table, others),
                ElementsAre("other land", "other land", "forest", "loss", "other land", "other land"));
}

TEST(SampleClassTable, CallsAllForestThatTheRuleDoesWithoutAMap) {
    const SampleClassTable table(small_rules(), of_2002(SampleClasses::change, ""));
    EXPECT_THAT(names(table, others), ElementsAre("forest", "loss", "forest", "loss", "forest", "loss"));
}

TEST(SampleClassTable, TellsForestTypes) {
    SampleRules rules = of_2002(SampleClasses::change_by_type, "types");
    rules.near_loss_pixels = 2;
    const SampleClassTable table(small_rules(), rules);
    EXPECT_THAT(names(table, evergreen), ElementsAre("evergreen", "other land", "loss of evergreen", "evergreen"));
    EXPECT_THAT(names(table, others),
                ElementsAre("other land", "other land", "bamboo", "loss of bamboo", "other land", "other land"));
    // loss, near and forest of evergreen, then of bamboo, then other land
    ASSERT_EQ(table.classes().size(), 7U);
    EXPECT_TRUE(table.is_loss(3));
    EXPECT_EQ(table.near_loss(5), 4);
    EXPECT_EQ(table.classes()[4], (SampleClass{"bamboo near loss", "bamboo"}));
    EXPECT_EQ(table.near_loss(3), 3);
    EXPECT_EQ(table.near_loss(6), 6);
}

TEST(SampleClassTable, TakesTheClassesOfAMap) {
    SampleRules rules;
    rules.classes = SampleClasses::map_class;
    rules.map = "types";
    const SampleClassTable table(small_rules(), rules);
    EXPECT_THAT(names(table, std::vector<std::uint16_t>(6, 1), {0, 1, 2, 3, 4, 255}),
                ElementsAre("-", "evergreen", "rubber", "bamboo", "-", "-"));
}

}  // namespace
}  // namespace reddline::pipeline
