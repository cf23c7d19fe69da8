#include "estimation/sample_design.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "domain/units.hpp"
#include "support/thrown_error.hpp"

namespace reddline::estimation {
namespace {

using testing::HasSubstr;

PixelStratum stratum(const std::string& name, const std::string& map_class, std::int64_t pixels) {
    // A pixel of 0.09 ha.
    return {name, name, map_class, "", {pixels, pixels * 9 * cm2_per_ha / 100}};
}

/// The worked example of good practice: 10 million pixels, W .02 .015 .32 .645.
std::vector<PixelStratum> worked_strata() {
    return {stratum("deforestation", "deforestation", 200'000), stratum("gain", "gain", 150'000),
            stratum("forest", "forest", 3'200'000), stratum("other", "other", 6'450'000)};
}

SampleRules worked_rules(Allocation allocation) {
    SampleRules rules;
    rules.allocation = allocation;
    rules.expected = {{"deforestation", {{"deforestation", 0.7}}},
                      {"gain", {{"gain", 0.6}}},
                      {"forest", {{"forest", 0.9}}},
                      {"other", {{"other", 0.95}}}};
    rules.targets = {{SampleQuantity::overall_accuracy, "", 0.01}};
    return rules;
}

TEST(SamplePlan, NeedsThePublishedNumberOfPoints) {
    const SamplePlan design = design_sample(worked_strata(), worked_rules(Allocation::neyman));

    EXPECT_EQ(design.points(), 641);
    EXPECT_EQ(design.errors.front().target.quantity, SampleQuantity::overall_accuracy);
    EXPECT_LE(design.errors.front().standard_error, 0.01);
    EXPECT_NEAR(design.errors.front().fewest_points.value(), 640.49, 0.005);  // 640.54 without the finite population
    // .02 x .7 + .015 x .6 + .32 x .9 + .645 x .95
    EXPECT_NEAR(design.errors.front().expected, 0.92375, 1e-12);
    // Of one target the joint allocation has as few, though a point may stand elsewhere.
    EXPECT_EQ(design_sample(worked_strata(), worked_rules(Allocation::optimal)).points(), 641);
}

TEST(SamplePlan, NeedsMoreUnderARuleThatDoesNotKnowTheErrors) {
    // Proportional: V = (sum W S^2) / n - (sum W S^2) / N, so n = 0.0669875 / (0.0001 + 0.0669875e-7): 669.83, and with whole numbers
    // and two points at least a little more.
    const double sum = 0.02 * 0.21 + 0.015 * 0.24 + 0.32 * 0.09 + 0.645 * 0.0475;
    const double needed = sum / (0.0001 + sum / 10'000'000);
    const SamplePlan design = design_sample(worked_strata(), worked_rules(Allocation::proportional));

    EXPECT_GE(static_cast<double>(design.points()), needed);
    EXPECT_LE(static_cast<double>(design.points()), needed + 4.0);
    EXPECT_LE(design.errors.front().standard_error, 0.01);
    EXPECT_GT(design_sample(worked_strata(), worked_rules(Allocation::equal)).points(), design.points());
}

TEST(SamplePlan, SaysWhereAFloorOrTheEndOfThePixelsDecided) {
    std::vector<PixelStratum> strata = worked_strata();
    strata.push_back(stratum("speck", "other", 3));
    SampleRules rules;
    rules.points = 500;
    rules.floor = 50;
    const SamplePlan design = design_sample(strata, rules);

    EXPECT_EQ(design.points(), 500);
    EXPECT_EQ(design.strata[0].points, 50);
    EXPECT_EQ(design.strata[0].reason, PointsReason::floor);
    EXPECT_EQ(design.strata[3].reason, PointsReason::rule);
    EXPECT_EQ(design.strata[4].points, 3);
    EXPECT_EQ(design.strata[4].reason, PointsReason::all_pixels);
    EXPECT_DOUBLE_EQ(design.strata[4].inclusion_probability(), 1.0);
    EXPECT_TRUE(design.errors.empty());  // nothing was expected, and nothing is made up
}

TEST(SamplePlan, ForeseesTheErrorOfAnAreaInHectares) {
    // Two strata of 1,000 ha and 9,000 ha, 0.09 ha a pixel; 80 % and 1 % of them lost; 50 points each.
    SampleRules rules;
    rules.allocation = Allocation::equal;
    rules.points = 100;
    rules.expected = {{"lost", {{"lost", 0.8}, {"forest", 0.2}}}, {"forest", {{"lost", 0.01}, {"forest", 0.99}}}};
    rules.targets = {{SampleQuantity::area, "lost", std::nullopt}};
    const std::vector<PixelStratum> strata{stratum("lost", "lost", 100'000), stratum("forest", "forest", 900'000)};
    const SamplePlan design = design_sample(strata, rules);

    const double variance = std::pow(9000.0, 2) * 0.16 * (1.0 / 50 - 1.0 / 100'000) +
                            std::pow(81'000.0, 2) * 0.0099 * (1.0 / 50 - 1.0 / 900'000);
    EXPECT_DOUBLE_EQ(design.errors.front().expected, 9000.0 * 0.8 + 81'000.0 * 0.01);
    EXPECT_NEAR(design.errors.front().standard_error, std::sqrt(variance), 1e-9);
    // The overall accuracy and the area of forest follow as well.
    ASSERT_EQ(design.errors.size(), 3U);
    EXPECT_NEAR(design.errors[1].expected, 0.1 * 0.8 + 0.9 * 0.99, 1e-12);
    EXPECT_EQ(design.errors[2].target.class_name, "forest");
}

TEST(SamplePlan, ExpectsUnderTheNameWithoutItsZoneWhatIsNotSaidOfTheZone) {
    std::vector<PixelStratum> strata{stratum("lost, belt", "lost", 1000), stratum("lost, project", "lost", 1000)};
    for (PixelStratum& one : strata)
        one.name_without_zone = "lost";
    SampleRules rules;
    rules.points = 40;
    rules.expected = {{"lost", {{"lost", 0.5}}}, {"lost, belt", {{"lost", 0.9}}}};
    const SamplePlan design = design_sample(strata, rules);

    EXPECT_DOUBLE_EQ(design.strata[0].expected.at("lost"), 0.9);
    EXPECT_DOUBLE_EQ(design.strata[1].expected.at("lost"), 0.5);
}

/// The message of a design that is refused.
std::string refusal(const std::vector<PixelStratum>& strata, const SampleRules& rules) {
    const Error error = tests::thrown_error([&] { static_cast<void>(design_sample(strata, rules)); });
    EXPECT_EQ(error.code(), ErrorCode::audit_file);
    return error.subject() + ": " + error.message();
}

TEST(SamplePlan, RefusesWhatCannotBe) {
    SampleRules rules = worked_rules(Allocation::neyman);
    rules.expected.erase("gain");
    EXPECT_THAT(refusal(worked_strata(), rules), HasSubstr("the share of 'gain' in the stratum 'gain'"));

    rules = worked_rules(Allocation::neyman);
    rules.expected["wetland"] = {{"wetland", 0.5}};
    EXPECT_THAT(refusal(worked_strata(), rules), HasSubstr("found 'wetland'"));

    rules = worked_rules(Allocation::neyman);
    for (auto& [name, shares] : rules.expected)
        shares = {{name, 1.0}};
    EXPECT_THAT(refusal(worked_strata(), rules), HasSubstr("a share above 0 and below 1"));

    rules = worked_rules(Allocation::neyman);
    rules.points = 600;
    EXPECT_THAT(refusal(worked_strata(), rules), HasSubstr("with 600 points; ask for more points, or for a larger"));

    rules = worked_rules(Allocation::optimal);
    rules.targets.front().standard_error = 0.0001;
    EXPECT_THAT(refusal(worked_strata(), rules), HasSubstr(" points; ask for a larger error"));

    // The most that may be asked for is not enough: .253088^2 / .0001^2 is above 6 million (Eq. 9).
    rules = worked_rules(Allocation::neyman);
    rules.points = 600;
    rules.targets.front().standard_error = 0.0001;
    EXPECT_THAT(refusal(worked_strata(), rules), HasSubstr("with 600 points; ask for a larger error"));
    rules.points = most_sample_points;
    EXPECT_THAT(refusal(worked_strata(), rules), HasSubstr("with 100,000 points; ask for a larger error"));

    rules = SampleRules{};
    rules.points = 100;
    rules.floor = 50;
    EXPECT_THAT(refusal(worked_strata(), rules), HasSubstr("at least 200 points"));

    rules.floor = 0;
    const std::vector<PixelStratum> tiny{stratum("a", "a", 30), stratum("b", "b", 40)};
    EXPECT_THAT(refusal(tiny, rules), HasSubstr("at most 70 points"));

    rules.allocation = Allocation::by_hand;
    rules.by_hand = {{"a", 20}};
    EXPECT_THAT(refusal(tiny, rules), HasSubstr("for the stratum 'b', found none"));
    rules.by_hand["b"] = 41;
    EXPECT_THAT(refusal(tiny, rules), HasSubstr("at most 40 points, the pixels of the stratum 'b'"));
}

}  // namespace
}  // namespace reddline::estimation
