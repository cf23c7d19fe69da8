#include "report/area_steps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_sheet.hpp"

namespace reddline::report {
namespace {

using std::chrono::year;

constexpr std::size_t park = 0;

/// A second map of 2020, on which 10 of 70 ha of evergreen forest became crops.
void add_later_map(WorkedSheet& worked) {
    Legend legend = worked.audit.maps[0].legend;
    worked.audit.maps.push_back({"later", 2020, StrataRole::monitoring, legend});
    worked.results.transitions = {{park, 0, 1, 0, 0, hectare_pixels(60)}, {park, 0, 1, 0, 1, hectare_pixels(10)}};
    worked.results.default_reading.route = Route::maps;
}

void claim_losses(WorkedSheet& worked, std::vector<ReportedLoss> losses) {
    Claim claim{};
    claim.zone = "park";
    claim.losses = std::move(losses);
    claim.source = "a report";
    worked.audit.claim = claim;
    worked.results.default_reading.route = Route::reported;
}

TEST(YearShares, AreDaysInsideByDaysOfTheYear) {
    WorkedSheet worked;
    worked.audit.monitoring = MonitoringPeriod{year{2019} / 7 / 2, year{2020} / 12 / 31};
    const YearTerms shares = year_shares(worked.calculation);
    EXPECT_EQ(shares.at(2019).value, 183.0 / 365.0);
    EXPECT_EQ(shares.at(2020).value, 1.0);
    EXPECT_EQ(formula_named(worked, "Share of 2019 inside the monitoring period"),
              "[Days of 2019 inside the monitoring period]/[Days of 2019]");
    EXPECT_EQ(row_named(worked.calculation.sheet, "Share of 2019 inside the monitoring period").basis, "Eq. 6");
}

TEST(ForestSteps, TakeEarlierLossFromTheForestOf2000) {
    WorkedSheet worked;
    const StratumTerms forest = forest_steps(worked.calculation, park, LossYear{2019});
    ASSERT_EQ(forest.size(), 1);
    EXPECT_EQ(forest[0].first, "evergreen");
    EXPECT_EQ(forest[0].second.value, 80.0);
    EXPECT_EQ(formula_named(worked, "Forest of evergreen, zone 'park', at the start of 2019"),
              "[Forest in 2000 of evergreen, zone 'park', map]-[Loss up to 2018 of evergreen, zone 'park', map]");
}

TEST(ForestSteps, ShareTheirCellsAndLeaveOutWhatIsLostWhole) {
    WorkedSheet worked;
    const Term first = forest_steps(worked.calculation, park, LossYear{2019})[0].second;
    EXPECT_EQ(forest_steps(worked.calculation, park, LossYear{2019})[0].second.text, first.text);

    WorkedSheet bare;
    bare.results.losses[0].strata[0].loss_by_code[10] = hectare_pixels(100);
    EXPECT_TRUE(forest_steps(bare.calculation, park, LossYear{2019}).empty());
}

TEST(ForestSteps, AreTheEarlierMapsOnTheMapsRoute) {
    WorkedSheet worked;
    add_later_map(worked);
    EXPECT_EQ(forest_steps(worked.calculation, park, LossYear{2019})[0].second.value, 70.0);
    EXPECT_EQ(formula_named(worked, "Forest of evergreen, zone 'park', at the start of 2019"),
              "[Forest of evergreen where both maps have data, zone 'park', map]");
}

TEST(ForestSteps, AreTheDeclaredAreasWhereNothingIsCounted) {
    WorkedSheet worked;
    worked.audit.declared_areas = {{park, "evergreen", Hectares::of(50.0)}, {park, "crops", Hectares::of(5.0)}};
    const StratumTerms forest = forest_steps(worked.calculation, park, LossYear{2019});
    ASSERT_EQ(forest.size(), 1);
    EXPECT_EQ(forest[0].second.value, 50.0);
}

TEST(ForestTotal, IsTheSumOfTheStrata) {
    WorkedSheet worked;
    StratumLoss second = worked.results.losses[0].strata[0];
    second.stratum = "deciduous";
    worked.results.losses[0].strata.push_back(second);
    EXPECT_EQ(forest_total(worked.calculation, park, LossYear{2019}).value, 160.0);
    EXPECT_EQ(formula_named(worked, "Forest, zone 'park', at the start of 2019"),
              "[Forest of evergreen, zone 'park', at the start of 2019]+"
              "[Forest of deciduous, zone 'park', at the start of 2019]");
}

TEST(DensityStep, IsTheSumOfThePools) {
    WorkedSheet worked;
    EXPECT_EQ(density_step(worked.calculation, "evergreen").value, 30.0);
    EXPECT_EQ(formula_named(worked, "Carbon density of evergreen"),
              "[Carbon of evergreen, pool 1: above ground]+[Carbon of evergreen, pool 2: roots]");
    EXPECT_EQ(row_named(worked.inputs.sheet(), "Carbon of evergreen, pool 2: roots").basis, "a survey; carbon.csv");
}

TEST(FactorStep, TurnsCarbonIntoCO2WhereNothingStandsAfterwards) {
    WorkedSheet worked;
    EXPECT_DOUBLE_EQ(factor_step(worked.calculation, "evergreen", nullptr).value, 110.0);
    EXPECT_EQ(formula_named(worked, "Emission factor of evergreen"),
              "MAX(0,[Carbon density of evergreen]*[Molar mass of CO2]/[Molar mass of carbon])");
}

TEST(FactorStep, TakesWhatStandsAfterwardsFromIt) {
    WorkedSheet worked;
    worked.results.default_reading.post = PostStock::post_stock;
    const Stratum crops{"crops", StratumKind::non_forest};
    EXPECT_DOUBLE_EQ(factor_step(worked.calculation, "evergreen", &crops).value, 99.0);
    EXPECT_EQ(formula_named(worked, "Emission factor of evergreen to crops"),
              "MAX(0,([Carbon density of evergreen]-[Carbon density of crops])*[Molar mass of CO2]/[Molar mass of "
              "carbon])");
}

TEST(FactorStep, IsNeverBelowZero) {
    WorkedSheet worked;
    const Stratum evergreen{"evergreen", StratumKind::forest};
    EXPECT_EQ(factor_step(worked.calculation, "crops", &evergreen).value, 0.0);
}

TEST(MappedLossInput, IsWhatWasCountedAndNothingBeyondTheProduct) {
    WorkedSheet worked;
    const StratumLoss& stratum = worked.results.losses[0].strata[0];
    EXPECT_EQ(mapped_loss_input(worked.calculation, park, stratum, LossYear{2020}).value, 6.0);
    EXPECT_EQ(mapped_loss_input(worked.calculation, park, stratum, LossYear{2021}).value, 0.0);
}

TEST(ObservedSteps, MultiplyMappedLossByItsFactor) {
    WorkedSheet worked;
    const YearTerms observed = observed_steps(worked.calculation, park, year_shares(worked.calculation));
    EXPECT_DOUBLE_EQ(observed.at(2019).value, 440.0);
    EXPECT_DOUBLE_EQ(observed.at(2020).value, 660.0);
    EXPECT_EQ(formula_named(worked, "Emission of evergreen, whole year 2019"),
              "[Loss in 2019 of evergreen, zone 'park', map]*[Emission factor of evergreen]");
    EXPECT_EQ(formula_named(worked, "Emissions observed, whole year 2019"), "[Emission of evergreen, whole year 2019]");
}

TEST(ObservedSteps, SpreadTheChangeOfTwoMapsOverTheirYears) {
    WorkedSheet worked;
    add_later_map(worked);
    const YearTerms observed = observed_steps(worked.calculation, park, year_shares(worked.calculation));
    // 10 ha in the three years from 2017 to 2020, at 110 tCO2e/ha.
    EXPECT_DOUBLE_EQ(observed.at(2019).value, 1100.0 / 3.0);
    EXPECT_EQ(formula_named(worked, "Emission of evergreen to crops, whole year 2019"),
              "[Change of evergreen to crops, zone 'park', map to later]/[Years from map to later]*"
              "[Emission factor of evergreen]");
}

TEST(ObservedSteps, CarryReportedLossOfAPartYearToTheWholeYear) {
    WorkedSheet worked;
    worked.audit.monitoring = MonitoringPeriod{year{2019} / 7 / 2, year{2020} / 12 / 31};
    claim_losses(worked, {{"park", "evergreen", {}, LossYear{2019}, Hectares::of(3.0)},
                          {"other", "evergreen", {}, LossYear{2019}, Hectares::of(9.0)}});
    const YearTerms observed = observed_steps(worked.calculation, park, year_shares(worked.calculation));
    EXPECT_DOUBLE_EQ(observed.at(2019).value, 3.0 / (183.0 / 365.0) * 110.0);
    EXPECT_EQ(observed.at(2020).value, 0.0);
    EXPECT_EQ(formula_named(worked, "Emission of evergreen, whole year 2019"),
              "[Reported loss 1: evergreen, 2019, zone 'park']/[Share of 2019 inside the monitoring period]*"
              "[Emission factor of evergreen]");
}

TEST(ObservedSteps, LeaveOutForestThatStaysForestUnderOption1) {
    WorkedSheet worked;
    claim_losses(worked, {{"park", "evergreen", "evergreen", LossYear{2019}, Hectares::of(3.0)}});
    EXPECT_EQ(observed_steps(worked.calculation, park, year_shares(worked.calculation)).at(2019).value, 0.0);
}

}  // namespace
}  // namespace reddline::report
