#include "domain/uncertainty_rules.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(DistributionFamily, StandsInTablesByItsName) {
    EXPECT_EQ(to_string(DistributionFamily::normal), "normal");
    EXPECT_EQ(to_string(DistributionFamily::truncated_normal), "truncated-normal");
    EXPECT_EQ(to_string(DistributionFamily::log_normal), "log-normal");
    EXPECT_EQ(to_string(DistributionFamily::beta), "beta");
    EXPECT_EQ(to_string(DistributionFamily::triangular), "triangular");
    EXPECT_EQ(to_string(DistributionFamily::bootstrap), "bootstrap");
}

TEST(Errs, FollowsTheRuleBeforeTheTable) {
    UncertaintyRules rules;
    EXPECT_TRUE(errs(rules, "oak/total", 2.0));
    EXPECT_FALSE(errs(rules, "oak/total", 0.0));
    EXPECT_FALSE(errs(rules, "oak/total", std::nullopt));
    rules.inputs = {{.input = "oak/total", .standard_error = 0.0, .place = ""},
                    {.input = "ash/total", .standard_error = 3.0, .place = ""},
                    {.input = "elm/total", .family = DistributionFamily::triangular, .place = ""},
                    {.input = "yew/total", .place = ""}};
    EXPECT_FALSE(errs(rules, "oak/total", 2.0));
    EXPECT_TRUE(errs(rules, "ash/total", std::nullopt));
    EXPECT_TRUE(errs(rules, "elm/total", std::nullopt));
    EXPECT_TRUE(errs(rules, "yew/total", 2.0));
    EXPECT_FALSE(errs(rules, "yew/total", std::nullopt));
}

}  // namespace
}  // namespace reddline
