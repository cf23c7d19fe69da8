#include "domain/forest_rule.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

ForestRule rule_of(double canopy_pct, CanopyRule canopy_rule) {
    ForestRule rule;
    rule.canopy_pct = canopy_pct;
    rule.canopy_rule = canopy_rule;
    return rule;
}

TEST(ForestRule, GreaterLeavesOutThePixelAtExactlyTheThreshold) {
    const ForestRule rule = rule_of(30.0, CanopyRule::greater);
    EXPECT_FALSE(rule.is_forest(29));
    EXPECT_FALSE(rule.is_forest(30));
    EXPECT_TRUE(rule.is_forest(31));
}

TEST(ForestRule, AtLeastTakesThePixelAtExactlyTheThreshold) {
    const ForestRule rule = rule_of(30.0, CanopyRule::at_least);
    EXPECT_FALSE(rule.is_forest(29));
    EXPECT_TRUE(rule.is_forest(30));
    EXPECT_TRUE(rule.is_forest(31));
}

TEST(ForestRule, BothRulesAgreeOnAThresholdBetweenTwoWholePercentages) {
    for (const auto canopy_rule : {CanopyRule::greater, CanopyRule::at_least}) {
        EXPECT_FALSE(rule_of(10.5, canopy_rule).is_forest(10));
        EXPECT_TRUE(rule_of(10.5, canopy_rule).is_forest(11));
    }
}

TEST(ForestRule, TheRulesDifferOnBareGroundAndOnFullCover) {
    EXPECT_FALSE(rule_of(0.0, CanopyRule::greater).is_forest(0));
    EXPECT_TRUE(rule_of(0.0, CanopyRule::at_least).is_forest(0));
    EXPECT_FALSE(rule_of(100.0, CanopyRule::greater).is_forest(100));
    EXPECT_TRUE(rule_of(100.0, CanopyRule::at_least).is_forest(100));
}

TEST(ForestRule, SaysItselfInWords) {
    EXPECT_EQ(rule_of(30.0, CanopyRule::greater).text(), "canopy cover > 30 %");
    ForestRule rule = rule_of(10.5, CanopyRule::at_least);
    rule.min_area_ha = 0.5;
    EXPECT_EQ(rule.text(), "canopy cover >= 10.5 %, patches of at least 0.5 ha (8 neighbours)");
    rule.neighbours = PatchNeighbours::four;
    EXPECT_EQ(rule.text(), "canopy cover >= 10.5 %, patches of at least 0.5 ha (4 neighbours)");
}

TEST(CanopyRule, IsNamedAsInTheAuditFile) {
    EXPECT_EQ(to_string(CanopyRule::greater), "greater");
    EXPECT_EQ(to_string(CanopyRule::at_least), "at-least");
}

}  // namespace
}  // namespace reddline
