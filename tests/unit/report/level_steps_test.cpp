#include "report/level_steps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_sheet.hpp"

namespace reddline::report {
namespace {

using testing::ElementsAre;
using testing::Key;

constexpr std::size_t park = 0;

/// Shares 10,000 tCO2e out by a key of which the nation has so much.
NationalLevel national(ShareKey key, double total) {
    return {TonnesCO2e::of(10'000.0), key, total, "", {}, "a national report"};
}

TEST(ExpectedSteps, TakeARateOfTheForestInEveryYearOfThePeriod) {
    WorkedSheet worked;
    const YearTerms expected = expected_steps(worked.calculation, park);
    // 80 ha of forest x 0.1 x 110 tCO2e/ha.
    EXPECT_THAT(expected, ElementsAre(Key(2019), Key(2020)));
    EXPECT_DOUBLE_EQ(expected.at(2019).value, 880.0);
    EXPECT_DOUBLE_EQ(expected.at(2020).value, 880.0);
    EXPECT_EQ(formula_named(worked, "Expected emission of evergreen per year"),
              "[Yearly loss rate, share of the forest]*[Forest of evergreen, zone 'park', at the start of 2019]*"
              "[Emission factor of evergreen]");
}

TEST(ExpectedSteps, TurnARateOfTheTerritoryIntoOneOfTheForest) {
    WorkedSheet worked;
    worked.audit.references = {{"rate", LossRate{0.1, RateBase::territory, "a test"}}};
    // A tenth of the 100 ha of the zone, which is 10 ha.
    EXPECT_DOUBLE_EQ(expected_steps(worked.calculation, park).at(2019).value, 1100.0);
    EXPECT_EQ(formula_named(worked, "Yearly loss as a share of the forest, zone 'park'"),
              "[Yearly loss rate, share of the territory]*[Area of zone 'park']/"
              "[Forest, zone 'park', at the start of 2019]");
}

TEST(ExpectedSteps, ShareANationalLevelOutByForestArea) {
    WorkedSheet worked;
    worked.audit.references = {{"national", national(ShareKey::forest_area, 800.0)}};
    EXPECT_DOUBLE_EQ(expected_steps(worked.calculation, park).at(2019).value, 1000.0);
    EXPECT_EQ(formula_named(worked, "Share of zone 'park' in the nation, by forest-area"),
              "[Forest, zone 'park', at the start of 2019]/[The nation's total of the key forest-area]");
    EXPECT_EQ(formula_named(worked, "Emissions expected per year"),
              "[Share of zone 'park' in the nation, by forest-area]*[National reference level per year]");
}

TEST(ExpectedSteps, ShareANationalLevelOutByCarbon) {
    WorkedSheet worked;
    worked.audit.references = {{"national", national(ShareKey::carbon_stock, 24'000.0)}};
    // 80 ha x 30 tC/ha = 2,400 tC.
    EXPECT_DOUBLE_EQ(expected_steps(worked.calculation, park).at(2019).value, 1000.0);
    EXPECT_EQ(formula_named(worked, "Carbon of evergreen, zone 'park'"),
              "[Forest of evergreen, zone 'park', at the start of 2019]*[Carbon density of evergreen]");
}

TEST(ExpectedSteps, ShareANationalLevelOutByPastLossAndPastEmissions) {
    for (const auto& [key, total] :
         {std::pair{ShareKey::past_area_change, 50.0}, {ShareKey::past_stock_change, 5'500.0}}) {
        WorkedSheet worked;
        NationalLevel level = national(key, total);
        level.history = HistoryRule{"", {LossYear{2009}, LossYear{2012}}};
        worked.audit.references = {{"national", level}};
        // 5 ha a year, which are 550 tCO2e.
        EXPECT_DOUBLE_EQ(expected_steps(worked.calculation, park).at(2019).value, 1000.0);
    }
}

TEST(ExpectedSteps, TakeTheNationsTotalFromAZone) {
    WorkedSheet worked;
    worked.audit.zones.push_back({{"nation", ZoneRole::jurisdiction, "nation", ""}, 1, 0, {}, 0});
    worked.results.losses.push_back(sheet_loss());
    worked.results.losses[1].strata[0].forest_2000 = hectare_pixels(820);
    NationalLevel level = national(ShareKey::forest_area, 0.0);
    level.total.reset();
    level.jurisdiction = "nation";
    worked.audit.references = {{"national", level}};
    EXPECT_DOUBLE_EQ(expected_steps(worked.calculation, park).at(2019).value, 1000.0);
}

TEST(ExpectedSteps, TakeAHistory) {
    WorkedSheet worked;
    worked.audit.references = {{"history", HistoryRule{"park", {LossYear{2009}, LossYear{2012}}}}};
    EXPECT_DOUBLE_EQ(expected_steps(worked.calculation, park).at(2020).value, 550.0);
}

TEST(ExpectedSteps, ExpectNothingOfABeltWithoutForest) {
    WorkedSheet worked;
    worked.results.losses[0].strata.clear();
    EXPECT_EQ(expected_steps(worked.calculation, park).at(2019).value, 0.0);
    EXPECT_EQ(formula_named(worked, "Emissions expected of a belt without forest"), "0");
}

}  // namespace
}  // namespace reddline::report
