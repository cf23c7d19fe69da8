#include "report/transition_steps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_sheet.hpp"

namespace reddline::report {
namespace {

const Stratum evergreen{"evergreen", StratumKind::forest};
const Stratum regrowth{"regrowth", StratumKind::forest};
const Stratum crops{"crops", StratumKind::non_forest};

TransitionInterval interval(int start, int end, double stayed_ha, double to_crops_ha) {
    return {start,
            end,
            {{"evergreen", "evergreen", Hectares::of(stayed_ha)}, {"evergreen", "crops", Hectares::of(to_crops_ha)}}};
}

/// Of 100 ha of evergreen forest 10 became crops in two years.
void add_national(WorkedSheet& worked) {
    worked.audit.transitions =
        TransitionTable{"transitions.csv", {evergreen, crops}, {interval(2010, 2012, 90.0, 10.0)}};
}

/// Expected emissions of 80 ha of evergreen forest.
YearTerms expected(WorkedSheet& worked) {
    return transition_steps(worked.calculation, forest_steps(worked.calculation, 0, LossYear{2019}));
}

TEST(TransitionSteps, DivideALinearShareByTheYearsOfTheInterval) {
    WorkedSheet worked;
    add_national(worked);
    // 10 of 200 ha and years are 0.05 a year; 80 ha x 0.05 x 110 tCO2e/ha.
    EXPECT_DOUBLE_EQ(expected(worked).at(2019).value, 440.0);
    EXPECT_EQ(formula_named(worked, "National area of evergreen, 2010-2012"),
              "[National change 2010-2012: evergreen to crops]+[National change 2010-2012: evergreen to evergreen]");
    EXPECT_EQ(formula_named(worked, "Hectare-years at risk of evergreen"),
              "[National area of evergreen, 2010-2012]*[Years of the interval 2010-2012]");
    EXPECT_EQ(formula_named(worked, "Yearly probability of evergreen to crops"),
              "[National change 2010-2012: evergreen to crops]*1/[Hectare-years at risk of evergreen]");
    EXPECT_DOUBLE_EQ(value_named(worked, "Yearly probability of evergreen to crops"), 0.05);
    EXPECT_EQ(formula_named(worked, "Expected emission of evergreen, whole year 2019"),
              "[Forest of evergreen, zone 'park', at the start of 2019]*[Expected of a hectare of evergreen per year]");
}

TEST(TransitionSteps, TakeTheRootOfWhatStaysWhereTheShareIsCompound) {
    WorkedSheet worked;
    add_national(worked);
    worked.audit.transitions->intervals = {interval(2010, 2012, 81.0, 19.0)};
    worked.results.default_reading.annualise = Annualise::compound;
    // The root of 0.81 is 0.9, so that a tenth leaves in a year: 80 ha x 0.1 x 110 tCO2e/ha.
    EXPECT_NEAR(expected(worked).at(2019).value, 880.0, 1e-9);  // pow and a division by 0.19 round
    EXPECT_EQ(formula_named(worked, "Share of evergreen that leaves in a year"),
              "1-MAX(0,1-[Share of evergreen that leaves in the interval])^(1/[Years of the interval 2010-2012])");
}

TEST(TransitionSteps, AddIntervalsUpOrTakeTheirMean) {
    // 10 of 100 ha in two years, 20 of 200 ha in four: 30 of 1,000 ha and years together, 0.05 and 0.025 apart.
    for (const auto& [intervals, probability] : {std::pair{Intervals::pooled, 0.03}, {Intervals::mean, 0.0375}}) {
        WorkedSheet worked;
        add_national(worked);
        worked.audit.transitions->intervals.push_back(interval(2012, 2016, 180.0, 20.0));
        worked.results.default_reading.intervals = intervals;
        EXPECT_DOUBLE_EQ(expected(worked).at(2019).value, 80.0 * probability * 110.0);
    }
}

TEST(TransitionSteps, LetTheForestShrinkUnderMarkovAreas) {
    WorkedSheet worked;
    add_national(worked);
    worked.results.default_reading.areas = AreaModel::markov;
    const YearTerms years = expected(worked);
    EXPECT_DOUBLE_EQ(years.at(2019).value, 440.0);
    EXPECT_DOUBLE_EQ(years.at(2020).value, 418.0);  // of 76 ha
    EXPECT_EQ(
        formula_named(worked, "Expected forest of evergreen, at the start of 2020"),
        "[Forest of evergreen, zone 'park', at the start of 2019]*(1-[Yearly probability of evergreen to crops])");
}

TEST(TransitionSteps, CountForestOfLessCarbonUnderOption2Alone) {
    for (const auto& [arcs, emission] : {std::pair{Arcs::option_1, 0.0}, {Arcs::option_2, 240.0}}) {
        WorkedSheet worked;
        worked.audit.transitions = TransitionTable{
            "transitions.csv",
            {evergreen, regrowth},
            {{2010,
              2012,
              {{"evergreen", "evergreen", Hectares::of(90.0)}, {"evergreen", "regrowth", Hectares::of(10.0)}}}}};
        worked.audit.factor_sets[0].stocks["regrowth"].add(
            {"total", TonnesCPerHa::of(30.0 - 180.0 / 11.0), {}, "a test"});
        worked.results.default_reading.arcs = arcs;
        // 180/11 tC/ha are 60 tCO2e/ha: 80 ha x 0.05 x 60.
        EXPECT_NEAR(expected(worked).at(2019).value, emission, 1e-9);  // 180/11 is no double
    }
}

TEST(TransitionSteps, TakeTheMatrixRootFromTheTool) {
    WorkedSheet worked;
    add_national(worked);
    worked.results.default_reading.annualise = Annualise::matrix_root;
    worked.results.rooted_transitions = {{"evergreen", "crops", 0.05}};
    EXPECT_DOUBLE_EQ(expected(worked).at(2019).value, 440.0);
    const SheetRow& row = row_named(worked.inputs.sheet(), "Yearly probability of evergreen to crops");
    EXPECT_THAT(row.basis, testing::StartsWith("computed by the tool"));
}

}  // namespace
}  // namespace reddline::report
