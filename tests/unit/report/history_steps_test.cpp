#include "report/history_steps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_sheet.hpp"

namespace reddline::report {
namespace {

constexpr std::size_t park = 0;
constexpr std::size_t belt = 1;

/// Of 2009 to 2012, in which 20 ha were lost.
HistoryRule history_of(const std::string& zone, HistoryScale scale) {
    HistoryRule rule{zone, {LossYear{2009}, LossYear{2012}}};
    rule.scale = scale;
    return rule;
}

void add_zone(const std::string& name, ZoneRole role, WorkedSheet& worked) {
    worked.audit.zones.push_back({{name, role, name, ""}, 1, 0, {100, 100 * cm2_per_ha}, 0});
    worked.results.losses.push_back(sheet_loss());
}

TEST(MeanLossStep, IsTheLossOfThePastByItsYears) {
    WorkedSheet worked;
    EXPECT_EQ(mean_loss_step(worked.calculation, park, history_of("", HistoryScale::none)).value, 5.0);
    EXPECT_EQ(value_named(worked, "Past loss, zone 'park'"), 20.0);
    EXPECT_EQ(formula_named(worked, "Mean past loss per year, for zone 'park'"),
              "[Past loss, zone 'park']/[Years from 2009 to 2012]");
}

TEST(MeanEmissionStep, MultipliesEachPastLossByItsFactor) {
    WorkedSheet worked;
    EXPECT_DOUBLE_EQ(mean_emission_step(worked.calculation, park, history_of("", HistoryScale::none)).value, 550.0);
    EXPECT_EQ(formula_named(worked, "Past emission of evergreen, zone 'park', 2010"),
              "[Loss in 2010 of evergreen, zone 'park', map]*[Emission factor of evergreen]");
    EXPECT_EQ(row_named(worked.calculation.sheet, "Past emissions, zone 'park'").basis, "Eq. 19");
}

TEST(MeanEmissionStep, CarriesTheMeanOfAnotherZoneOverByForestArea) {
    WorkedSheet worked;
    add_zone("region", ZoneRole::reference_region, worked);
    // The park holds 80 ha at the start of 2019, the region 100 ha at that of 2009: 5 ha a year x 0.8 x 110 tCO2e/ha.
    const Term mean = mean_emission_step(worked.calculation, park, history_of("region", HistoryScale::forest_area));
    EXPECT_DOUBLE_EQ(mean.value, 440.0);
    EXPECT_EQ(formula_named(worked, "Mean past emissions per year, for zone 'park'"),
              "[Past emissions, zone 'region']/[Years from 2009 to 2012]*[Forest, zone 'park', at the start of 2019]/"
              "[Forest, zone 'region', at the start of 2009]");
}

TEST(MeanEmissionStep, JudgesABeltByItsOwnPastWhereTheProjectIsJudgedByItsOwn) {
    WorkedSheet worked;
    add_zone("ring", ZoneRole::displacement_belt, worked);
    worked.results.losses[belt].strata[0].loss_by_code[10] = hectare_pixels(8);
    EXPECT_DOUBLE_EQ(mean_emission_step(worked.calculation, belt, history_of("park", HistoryScale::none)).value, 220.0);
}

}  // namespace
}  // namespace reddline::report
