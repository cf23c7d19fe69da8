#include "accounting/national_transitions.hpp"

#include <gmock/gmock.h>

#include <random>

#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::ElementsAre;
using tests::interval;
using tests::national;
using tests::one_national_year;
using tests::small_case;

const std::vector<StratumArea> thousand_ha{{"evergreen", Hectares::of(1'000)}};

AuditCase judged_by(TransitionTable table) {
    AuditCase audit = small_case({{"project", "evergreen", "", 80, 0, 1'000}});
    tests::judge_by_transitions(audit, std::move(table));
    return audit;
}

Reading reading_of(Arcs arcs, AreaModel areas = AreaModel::constant, PostStock post = PostStock::zero) {
    Reading reading;
    reading.arcs = arcs;
    reading.areas = areas;
    reading.post = post;
    reading.reference = 0;
    return reading;
}

Answer<ReferenceLevel> level_of(const AuditCase& audit, const Reading& reading,
                                const std::vector<StratumArea>& forest = thousand_ha) {
    return level_of_transitions(tests::workings_of(audit, reading), reading, forest);
}

double emission_tCO2e(const ReferenceLevel& level, int year) {
    return emission_of(level.years, LossYear{year}).value();
}

std::string refusal(const AuditCase& audit, const Reading& reading,
                    const std::vector<StratumArea>& forest = thousand_ha) {
    return level_of(audit, reading, forest).refusal().reason;
}

TEST(LevelOfTransitions, KeepsTheAreaUnderStatic) {
    // 1,000 ha x 4 % x 550 tCO2e/ha = 22,000 tCO2e in each year.
    const auto level = level_of(judged_by(one_national_year()), reading_of(Arcs::option_1));

    ASSERT_EQ(level.value().years.size(), 2U);
    EXPECT_DOUBLE_EQ(level.value().years[0].area->value(), 40);
    EXPECT_DOUBLE_EQ(emission_tCO2e(level.value(), 2019), 22'000);
    EXPECT_DOUBLE_EQ(emission_tCO2e(level.value(), 2020), 22'000);
}

TEST(LevelOfTransitions, IsTheWorkedExampleOfEquation16) {
    // 1,000 ha of evergreen, 163.8 tC/ha, Cambodia 2014-2016: 11,449.8 tCO2e per year.
    AuditCase audit = judged_by(national({interval(
        2014, 2016, {{"evergreen", "crops", 113'380.74}, {"evergreen", "evergreen", 2'973'694.05 - 113'380.74}})}));
    audit.factor_sets[0].stocks["evergreen"] = tests::stock(163.8);
    const auto level = level_of(audit, reading_of(Arcs::option_1));

    EXPECT_NEAR(emission_tCO2e(level.value(), 2019), 11'449.8, 0.05);
}

TEST(LevelOfTransitions, MovesTheForestYearlyUnderMarkov) {
    // 2020 starts with 900 ha of evergreen and 60 ha of deciduous forest: 36 ha x 550 + 3 ha x 220 = 20,460 tCO2e.
    const auto level = level_of(judged_by(one_national_year()), reading_of(Arcs::option_1, AreaModel::markov));

    EXPECT_DOUBLE_EQ(emission_tCO2e(level.value(), 2019), 22'000);
    ASSERT_EQ(level.value().years.size(), 3U);
    EXPECT_DOUBLE_EQ(level.value().years[1].emission.value(), 19'800);
    EXPECT_DOUBLE_EQ(level.value().years[2].emission.value(), 660);
}

TEST(LevelOfTransitions, MovesTheForestThroughThreeYearsUnderMarkov) {
    // 2018: 1,000 ha of evergreen, 40 ha x 550. 2019: 900 ha and 60 ha of deciduous: 36 x 550 + 3 x 220. 2020: 810 ha, and
    // 900 x 6 % + 60 x 95 % = 111 ha: 32.4 x 550 + 5.55 x 220.
    using std::chrono::year;
    AuditCase audit = judged_by(one_national_year());
    audit.monitoring = MonitoringPeriod{year{2018} / 7 / 1, year{2020} / 12 / 31};
    const auto level = level_of(audit, reading_of(Arcs::option_1, AreaModel::markov));

    EXPECT_DOUBLE_EQ(emission_tCO2e(level.value(), 2018), 22'000);  // A whole step, although half of the year counts.
    EXPECT_DOUBLE_EQ(emission_tCO2e(level.value(), 2019), 19'800 + 660);
    EXPECT_DOUBLE_EQ(emission_tCO2e(level.value(), 2020), 17'820 + 1'221);
}

TEST(LevelOfTransitions, TakesSeveralIntervalsPooledOrTheirMean) {
    // Eq. 14: 20 of 1,000 ha in 2 years, 60 of 1,000 ha in 4: 80/6,000 pooled, 0.0125 as mean; of 1,000 ha x 550.
    const AuditCase audit =
        judged_by(national({interval(2006, 2008, {{"evergreen", "crops", 20}, {"evergreen", "evergreen", 980}}),
                            interval(2010, 2014, {{"evergreen", "crops", 60}, {"evergreen", "evergreen", 940}})}));
    Reading reading = reading_of(Arcs::option_1);
    EXPECT_DOUBLE_EQ(emission_tCO2e(level_of(audit, reading).value(), 2019), 550'000 * 80 / 6'000.0);

    reading.intervals = Intervals::mean;
    EXPECT_DOUBLE_EQ(emission_tCO2e(level_of(audit, reading).value(), 2019), 6'875);
}

TEST(LevelOfTransitions, IsThatOfTheKnownRootUnderMatrixRoot) {
    // The square of [.9 .06 .04; 0 .95 .05; 0 0 1] is the matrix of two years; its root gives 41,800 under option 2.
    TransitionTable table = national({interval(2014, 2016,
                                               {{"evergreen", "evergreen", 8'100},
                                                {"evergreen", "deciduous", 1'110},
                                                {"evergreen", "crops", 790},
                                                {"deciduous", "deciduous", 9'025},
                                                {"deciduous", "crops", 975},
                                                {"crops", "crops", 10'000}})});
    table.strata.pop_back();  // Nothing is known of rubber.
    Reading reading = reading_of(Arcs::option_2);
    reading.annualise = Annualise::matrix_root;

    // A root by eigenvalues is exact to some 1e-15 of a share, here of 550,000.
    EXPECT_NEAR(emission_tCO2e(level_of(judged_by(table), reading).value(), 2019), 41'800, 1e-6);
}

TEST(LevelOfTransitions, IsThatOfTheYearlyShareUnderCompound) {
    // 190 of 1,000 ha leave in two years, 10 % a year; 76/190 of them become crops: 4 % x 1,000 ha x 550.
    const AuditCase audit = judged_by(national({interval(
        2014, 2016, {{"evergreen", "evergreen", 810}, {"evergreen", "deciduous", 114}, {"evergreen", "crops", 76}})}));
    Reading reading = reading_of(Arcs::option_1);
    reading.annualise = Annualise::compound;

    EXPECT_DOUBLE_EQ(emission_tCO2e(level_of(audit, reading).value(), 2019), 22'000);
}

TEST(LevelOfTransitions, NeverLetsLandReturnThatLeftTheForest) {
    // Crops that become evergreen again in the national table change nothing.
    TransitionTable table = one_national_year();
    table.intervals[0].transitions.push_back({"crops", "evergreen", Hectares::of(500)});
    table.intervals[0].transitions.push_back({"crops", "crops", Hectares::of(500)});
    const auto level = level_of(judged_by(table), reading_of(Arcs::option_1, AreaModel::markov));

    EXPECT_DOUBLE_EQ(emission_tCO2e(level.value(), 2020), 20'460);
}

TEST(LevelOfTransitions, AddsForestToPoorerForestUnderOption2) {
    // 40 ha x 550 + 60 ha x 330 = 41,800 tCO2e.
    const auto level = level_of(judged_by(one_national_year()), reading_of(Arcs::option_2));

    EXPECT_DOUBLE_EQ(emission_tCO2e(level.value(), 2019), 41'800);
    EXPECT_TRUE(level.value().left_out.empty());
}

TEST(LevelOfTransitions, LeavesOutAndNamesWhatRaisesCarbon) {
    TransitionTable table = one_national_year();
    table.intervals[0].transitions.push_back({"deciduous", "evergreen", Hectares::of(1'000)});
    const std::vector<StratumArea> deciduous{{"deciduous", Hectares::of(1'000)}};
    const auto option_1 = level_of(judged_by(table), reading_of(Arcs::option_1), deciduous);
    const auto option_2 = level_of(judged_by(table), reading_of(Arcs::option_2), deciduous);

    // 1,000 ha x 50/2,000 x 220 = 5,500 tCO2e; the way to evergreen is named once, not once a year.
    EXPECT_DOUBLE_EQ(emission_tCO2e(option_2.value(), 2019), 5'500);
    EXPECT_THAT(option_2.value().left_out, ElementsAre("deciduous > evergreen"));
    EXPECT_DOUBLE_EQ(emission_tCO2e(option_1.value(), 2019), 5'500);
    EXPECT_TRUE(option_1.value().left_out.empty());  // Not an arc of option 1 at all.
}

TEST(LevelOfTransitions, LeavesOutADestinationThatHoldsAsMuchCarbon) {
    AuditCase audit = judged_by(one_national_year());
    audit.factor_sets[0].stocks["crops"] = tests::stock(60);  // As much as deciduous forest: EF = 0.
    const auto level = level_of(audit, reading_of(Arcs::option_1, AreaModel::constant, PostStock::post_stock),
                                {{"evergreen", Hectares::of(1'000)}, {"deciduous", Hectares::of(1'000)}});

    EXPECT_DOUBLE_EQ(emission_tCO2e(level.value(), 2019), 40 * 330.0);
    EXPECT_THAT(level.value().left_out, ElementsAre("deciduous > crops"));
}

TEST(LevelOfTransitions, CountsForestToAnExcludedStratumUnderOption1) {
    const AuditCase audit =
        judged_by(national({interval(2014, 2015, {{"evergreen", "evergreen", 90}, {"evergreen", "rubber", 10}})}));
    const auto level = level_of(audit, reading_of(Arcs::option_1));

    EXPECT_DOUBLE_EQ(emission_tCO2e(level.value(), 2019), 100 * 550.0);
}

TEST(LevelOfTransitions, IsLinearInArea) {
    const AuditCase audit = judged_by(one_national_year());
    for (const AreaModel areas : {AreaModel::constant, AreaModel::markov}) {
        const auto level = [&](double area_ha) {
            const Reading reading = reading_of(Arcs::option_2, areas);
            return emission_tCO2e(level_of(audit, reading, {{"evergreen", Hectares::of(area_ha)}}).value(), 2020);
        };
        EXPECT_DOUBLE_EQ(level(7'000), 7 * level(1'000));
    }
}

TEST(LevelOfTransitions, IsNeverLowerUnderOption2) {
    std::mt19937_64 draw(7);
    const auto some_ha = [&] { return static_cast<double>(1 + draw() % 100); };
    for (int run = 0; run < 200; ++run) {
        AuditCase audit = judged_by(national({interval(2014, 2015 + run % 3,
                                                       {{"evergreen", "evergreen", 1'000},
                                                        {"evergreen", "deciduous", some_ha()},
                                                        {"evergreen", "crops", some_ha()},
                                                        {"deciduous", "evergreen", some_ha()},
                                                        {"deciduous", "crops", some_ha()},
                                                        {"deciduous", "deciduous", 1'000}})}));
        audit.factor_sets[0].stocks["deciduous"] = tests::stock(some_ha() + 100);  // Below, at or above evergreen.
        const std::vector<StratumArea> forest{{"evergreen", Hectares::of(some_ha())},
                                              {"deciduous", Hectares::of(some_ha())}};
        for (const Annualise annualise : {Annualise::linear, Annualise::compound}) {
            Reading reading = reading_of(Arcs::option_1, run % 2 == 0 ? AreaModel::constant : AreaModel::markov);
            reading.annualise = annualise;
            const auto option_1 = level_of(audit, reading, forest);
            reading.arcs = Arcs::option_2;
            const auto option_2 = level_of(audit, reading, forest);
            for (const int year : {2019, 2020})
                ASSERT_GE(emission_tCO2e(option_2.value(), year), emission_tCO2e(option_1.value(), year));
        }
    }
}

TEST(LevelOfTransitions, IsRefusedForAStratumWithoutTransitions) {
    const AuditCase audit = judged_by(national({interval(2014, 2015, {{"deciduous", "crops", 1}})}));

    EXPECT_EQ(refusal(audit, reading_of(Arcs::option_1)),
              "national.csv has no transitions from 'evergreen', which the zone holds");
    EXPECT_EQ(refusal(audit, reading_of(Arcs::option_1), {{"bamboo", Hectares::of(1)}}),
              "national.csv has no transitions from 'bamboo', which the zone holds");
}

TEST(LevelOfTransitions, IsRefusedForAStratumThatIsNotForestInTheNationalTable) {
    TransitionTable table = one_national_year();
    table.strata[0].kind = StratumKind::excluded;

    EXPECT_EQ(refusal(judged_by(table), reading_of(Arcs::option_1)),
              "'evergreen' is forest in the strata map and not in national.csv");
}

TEST(LevelOfTransitions, IsRefusedWhereForestMovesIntoAStratumOfWhichTheTableIsSilent) {
    const AuditCase audit =
        judged_by(national({interval(2014, 2015, {{"evergreen", "evergreen", 90}, {"evergreen", "deciduous", 10}})}));

    EXPECT_TRUE(level_of(audit, reading_of(Arcs::option_1)).given());
    EXPECT_EQ(refusal(audit, reading_of(Arcs::option_1, AreaModel::markov)),
              "national.csv has no transitions from 'deciduous', into which forest moves");
}

TEST(LevelOfTransitions, IsRefusedWithoutTheFactorOfADestinationThatCounts) {
    AuditCase audit = judged_by(one_national_year());
    EXPECT_EQ(refusal(audit, reading_of(Arcs::option_1, AreaModel::constant, PostStock::post_stock)),
              "no carbon factor for 'crops' in carbon.csv");

    audit.factor_sets[0].stocks.erase("deciduous");
    EXPECT_TRUE(level_of(audit, reading_of(Arcs::option_1)).given());
    EXPECT_EQ(refusal(audit, reading_of(Arcs::option_2)), "no carbon factor for 'deciduous' in carbon.csv");
}

TEST(LevelOfTransitions, PassesTheRefusalOfAMatrixRootOn) {
    Reading reading = reading_of(Arcs::option_1);
    reading.annualise = Annualise::matrix_root;

    EXPECT_EQ(refusal(judged_by(one_national_year()), reading),
              "matrix root refused: the national table has no row for 'crops'");
}

}  // namespace
}  // namespace reddline::accounting
