#include "accounting/filter_steps.hpp"

#include <gmock/gmock.h>

#include "accounting/open_choices.hpp"
#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using std::chrono::year;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::Land;
using tests::small_case;

// One hectare is one pixel. Lost in 2019: 40 ha of evergreen over 30 %, 5 at exactly 30 %, 2 at 8 %, 3 without any cover;
// 7 ha of deciduous, 4 of rubber, 6 where the map has none. Lost in 2018: 9 ha. 100 ha stand; the belt is another zone.
std::vector<Land> landscape() {
    return {{"project", "evergreen", "", 80, 0, 100},  {"project", "evergreen", "", 80, 2019, 40},
            {"project", "evergreen", "", 30, 2019, 5}, {"project", "evergreen", "", 8, 2019, 2},
            {"project", "evergreen", "", 0, 2019, 3},  {"project", "deciduous", "", 50, 2019, 7},
            {"project", "rubber", "", 90, 2019, 4},    {"project", "", "", 90, 2019, 6},
            {"project", "evergreen", "", 80, 2018, 9}, {"belt", "evergreen", "", 80, 2019, 50}};
}

constexpr std::size_t project = 0;

FilterSteps steps_of(const AuditCase& audit, const std::string& stratum = "evergreen", int lost = 2019) {
    return filter_steps(audit, default_reading(audit), {project, stratum, LossYear{lost}});
}

const FilterStep& step(const FilterSteps& steps, const std::string& beginning) {
    for (const FilterStep& step : steps.steps) {
        if (step.text.starts_with(beginning)) return step;
    }
    ADD_FAILURE() << "no step begins with " << beginning;
    return steps.steps.front();
}

TEST(FilterStepsOfLoss, LeadFromAllPixelsToWhatCounts) {
    const FilterSteps steps = steps_of(small_case(landscape()));
    EXPECT_EQ(steps.steps.front().left.pixels, 176);
    EXPECT_EQ(step(steps, "lost in 2019").left.pixels, 67);
    EXPECT_EQ(step(steps, "in the stratum 'evergreen'").left.pixels, 50);
    EXPECT_EQ(step(steps, "in the stratum 'evergreen'").taken.pixels, 17);
    EXPECT_EQ(step(steps, "canopy cover > 30 %").left.pixels, 40);
    EXPECT_EQ(&step(steps, "canopy cover > 30 %"), &steps.steps.back());
    EXPECT_EQ(steps.steps.back().left.area_cm2, 40 * cm2_per_ha);
}

TEST(FilterStepsOfLoss, EveryStepTakesOutWhatTheNextOneLacks) {
    const FilterSteps steps = steps_of(small_case(landscape()));
    for (std::size_t i = 1; i < steps.steps.size(); ++i) {
        EXPECT_EQ(steps.steps[i].left + steps.steps[i].taken, steps.steps[i - 1].left) << steps.steps[i].text;
    }
}

TEST(FilterStepsOfLoss, TakeOutEveryReasonForNotCounting) {
    AuditCase audit = small_case(landscape());
    const Crosstab& counted = audit.crosstabs[0].crosstab;
    std::vector<OutcomeTally> outcomes{counted.zone_outcome(0), counted.zone_outcome(1)};
    const auto add = [&](Outcome outcome, std::int64_t pixels) {
        outcomes[project].at(static_cast<std::size_t>(outcome)) = {pixels, pixels * cm2_per_ha};
        audit.zones[project].inside += Tally{pixels, pixels * cm2_per_ha};
    };
    add(Outcome::no_data_mask, 1);
    add(Outcome::water, 2);
    add(Outcome::no_data_loss, 3);
    add(Outcome::no_data_cover, 4);
    add(Outcome::beyond_last_year, 5);
    add(Outcome::cover_out_of_range, 6);
    audit.crosstabs[0].crosstab = Crosstab(2, counted.combinations(), counted.bins(), outcomes, counted.outcomes());
    const FilterSteps steps = steps_of(audit);
    EXPECT_EQ(steps.steps.front().left.pixels, 176 + 21);
    for (std::size_t reason = 1; reason <= 6; ++reason)
        EXPECT_EQ(steps.steps[reason].taken.pixels, static_cast<std::int64_t>(reason));
    EXPECT_EQ(steps.steps[6].left.pixels, 176);
    EXPECT_EQ(steps.steps.back().left.pixels, 40);
}

TEST(FilterStepsOfLoss, NameTheOtherStrataOfTheYearsLoss) {
    const FilterSteps steps = steps_of(small_case(landscape()));
    ASSERT_EQ(steps.strata.size(), 4U);
    EXPECT_EQ(steps.strata[0].stratum, "evergreen");
    EXPECT_EQ(steps.strata[0].lost.pixels, 50);
    EXPECT_EQ(steps.strata[1].lost.pixels, 7);
    EXPECT_EQ(steps.strata[2].stratum, "rubber");
    EXPECT_EQ(steps.strata[3].stratum, "");
    EXPECT_EQ(steps.strata[3].lost.pixels, 6);
}

TEST(FilterStepsOfLoss, CompareTheUsualThresholds) {
    const FilterSteps steps = steps_of(small_case(landscape()));
    ASSERT_EQ(steps.alternatives.size(), 3U);
    EXPECT_EQ(steps.alternatives[0].canopy_pct, 30);
    EXPECT_EQ(steps.alternatives[0].stratum.pixels, 40);
    EXPECT_EQ(steps.alternatives[0].zone.pixels, 57);
    EXPECT_EQ(steps.alternatives[1].stratum.pixels, 45);
    EXPECT_EQ(steps.alternatives[2].stratum.pixels, 47);
    EXPECT_EQ(steps.alternatives[2].zone.pixels, 64);
}

TEST(FilterStepsOfLoss, FollowTheRuleAtTheThresholdAndThePatchFilter) {
    AuditCase audit = small_case(landscape());
    audit.forest.canopy_rule = CanopyRule::at_least;
    tests::filter_patches(audit, 3.0,
                          {{"project", "evergreen", "", 80, 2019, 38},
                           {"project", "evergreen", "", 0, 2019, 2},
                           {"belt", "evergreen", "", 80, 2019, 50}});
    const FilterSteps steps = steps_of(audit);
    EXPECT_EQ(step(steps, "canopy cover >= 30 %").left.pixels, 45);
    EXPECT_EQ(step(steps, "in patches of at least 3 ha").left.pixels, 38);
    EXPECT_EQ(step(steps, "in patches of at least 3 ha").taken.pixels, 7);
}

TEST(FilterStepsOfLoss, WeighTheYearAndTheFactor) {
    AuditCase audit = small_case(landscape());
    audit.monitoring = MonitoringPeriod{year{2019} / 3 / 15, year{2020} / 12 / 31};  // 292 days = 0.8 of 2019
    const FilterSteps steps = steps_of(audit);
    EXPECT_DOUBLE_EQ(*steps.fraction, 0.8);
    EXPECT_DOUBLE_EQ(steps.factor->value(), 550);
    EXPECT_DOUBLE_EQ(steps.emission->value(), 0.8 * 40 * 550);
    EXPECT_THAT(steps.remarks, IsEmpty());
}

TEST(FilterStepsOfLoss, AreTheHectaresOfTheStatement) {
    const AuditCase audit = small_case(landscape());
    const Workings workings = tests::workings_of(audit, default_reading(audit));
    const ZoneLoss& loss = workings.loss(project, default_reading(audit));
    for (const StratumLoss& stratum : loss.strata) {
        if (stratum.stratum.empty()) continue;
        EXPECT_EQ(steps_of(audit, stratum.stratum).steps.back().left, stratum.loss_by_code[19]) << stratum.stratum;
    }
}

TEST(FilterStepsOfLoss, AnExcludedStratumIsForestAtNoCanopyCover) {
    const FilterSteps steps = steps_of(small_case(landscape()), "rubber");
    EXPECT_EQ(step(steps, "in the stratum").left.pixels, 4);
    EXPECT_EQ(steps.steps.back().left.pixels, 0);
    EXPECT_EQ(steps.emission, std::nullopt);
    EXPECT_THAT(steps.remarks, Contains(HasSubstr("excluded by the legend")));
}

TEST(FilterStepsOfLoss, SayWhatAReaderMustKnow) {
    AuditCase audit = small_case(landscape());
    audit.zones[project].outside_pixels = 1'234;
    EXPECT_THAT(steps_of(audit, "evergreen", 2016).remarks, Contains(HasSubstr("not dated before this loss")));
    EXPECT_THAT(steps_of(audit).remarks, Contains(HasSubstr("1,234 further pixels of the zone lie on no loss tile")));
    EXPECT_THAT(steps_of(audit, "crops").remarks, Contains(HasSubstr("not forest by the legend")));
}

TEST(FilterStepsOfLoss, WorkWithoutMapsFactorsAndPeriod) {
    AuditCase audit = small_case({{"project", "", "", 80, 2019, 4}, {"project", "", "", 20, 2019, 3}}, {});
    audit.factor_sets.clear();
    audit.monitoring.reset();
    const FilterSteps steps = steps_of(audit, unstratified);
    EXPECT_EQ(step(steps, "in the stratum 'forest'").left.pixels, 7);
    EXPECT_EQ(steps.steps.back().left.pixels, 4);
    EXPECT_THAT(steps.strata, IsEmpty());
    EXPECT_EQ(steps.fraction, std::nullopt);
    EXPECT_EQ(steps.factor, std::nullopt);
    EXPECT_EQ(steps.emission, std::nullopt);
}

}  // namespace
}  // namespace reddline::accounting
