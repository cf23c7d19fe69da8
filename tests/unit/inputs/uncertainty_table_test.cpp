#include "inputs/uncertainty_table.hpp"

#include <gmock/gmock.h>

#include <string>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string rules_refusal(const std::string& rows) {
    return tests::error_line([&] {
        return parse_input_rules("input,distribution,standard_error,lower,mode,upper\n" + rows, "inputs.csv", {});
    });
}

TEST(InputRules, HoldDistributionAndParameters) {
    const auto rules = parse_input_rules(
        "input,distribution,standard_error,lower,mode,upper\n"
        "evergreen/total,truncated-normal,8,0,,\n"
        "deciduous/total,triangular,,40,55,80\n",
        "inputs.csv", {});

    ASSERT_EQ(rules.size(), 2U);
    EXPECT_EQ(rules[0].family, DistributionFamily::truncated_normal);
    EXPECT_EQ(rules[0].standard_error, 8.0);
    EXPECT_EQ(rules[0].lower, 0.0);
    EXPECT_EQ(rules[0].upper, std::nullopt);
    EXPECT_EQ(rules[1].mode, 55.0);
    EXPECT_EQ(rules[1].place, "inputs.csv:3");
}

TEST(InputRules, TakeTheirPlots) {
    const PlotValues plots = parse_plots("input,value\na/total,1\na/total,3\nb/total,5\n", "plots.csv");

    EXPECT_THAT(plots.at("a/total"), ElementsAre(1.0, 3.0));
    EXPECT_THAT(parse_input_rules("input,distribution\na/total,bootstrap\n", "inputs.csv", plots)[0].plots,
                ElementsAre(1.0, 3.0));
    EXPECT_TRUE(parse_input_rules("input,distribution\nc/total,bootstrap\n", "inputs.csv", plots)[0].plots.empty());
}

TEST(InputRules, RefuseWhatADistributionDoesNotHave) {
    EXPECT_THAT(rules_refusal("a/total,lognormal,,,,\n"), HasSubstr("the nearest is log-normal"));
    EXPECT_THAT(rules_refusal("a/total,normal,,5,,\n"),
                HasSubstr("expected nothing, since the distribution is normal"));
    EXPECT_THAT(rules_refusal("a/total,triangular,2,1,,5\n"), HasSubstr("standard_error"));
    EXPECT_THAT(rules_refusal("a/total,normal,-1,,,\n"), HasSubstr("a number of at least 0"));
    EXPECT_THAT(rules_refusal("a/total,normal,1,,,\na/total,normal,2,,,\n"), HasSubstr("expected every input once"));
}

TEST(ExpectBootstraps, RefusesPlotsThatNoRuleAsksFor) {
    const PlotValues plots{{"a/total", {1.0, 2.0}}};
    const auto rule = [](const std::string& input, DistributionFamily family) {
        return InputRule{.input = input, .family = family, .place = "inputs.csv:2"};
    };
    const auto refusal = [&](const std::string& input, DistributionFamily family) {
        return tests::error_line([&] { return expect_bootstraps(plots, "plots.csv", {rule(input, family)}), 0; });
    };
    EXPECT_NO_THROW(expect_bootstraps(plots, "plots.csv", {rule("a/total", DistributionFamily::bootstrap)}));
    EXPECT_THAT(refusal("a/total", DistributionFamily::normal),
                HasSubstr("table_malformed: plots.csv: expected plots of inputs that [uncertainty] inputs names as "
                          "bootstrap, found those of \"a/total\""));
    EXPECT_THAT(refusal("b/total", DistributionFamily::bootstrap), HasSubstr("\"a/total\""));
}

TEST(Correlations, AreReadPairByPair) {
    const auto pairs = parse_correlations("input_a,input_b,rho\na/total,b/total,0.5\n", "correlation.csv");

    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_EQ(pairs[0].one, "a/total");
    EXPECT_EQ(pairs[0].other, "b/total");
    EXPECT_EQ(pairs[0].coefficient, 0.5);
}

TEST(Correlations, RefuseWhatIsNoPair) {
    const auto refusal = [](const std::string& rows) {
        return tests::error_line([&] { return parse_correlations("input_a,input_b,rho\n" + rows, "correlation.csv"); });
    };
    EXPECT_THAT(refusal("a,b,1.5\n"), HasSubstr("correlation.csv:2: rho: expected a number from -1 to 1"));
    EXPECT_THAT(refusal("a,a,0.5\n"), HasSubstr("another input than input_a"));
    EXPECT_THAT(refusal("a,b,0.5\nb,a,0.5\n"), HasSubstr("correlation.csv:3: expected every pair once"));
}

}  // namespace
}  // namespace reddline::inputs
