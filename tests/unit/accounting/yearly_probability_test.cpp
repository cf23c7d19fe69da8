#include "accounting/yearly_probability.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using tests::interval;
using tests::Moved;
using tests::national;

// Indexes of the small legend.
constexpr std::size_t evergreen = 0;
constexpr std::size_t deciduous = 1;
constexpr std::size_t crops = 2;

/// A table of strata a, b, ... with one interval whose row i holds the hectares that left stratum i.
TransitionTable square(int years, const std::vector<std::vector<double>>& area_ha) {
    const std::vector<std::string> names{"a", "b", "c"};
    TransitionTable table{"square.csv", {}, {}};
    std::vector<Moved> arcs;
    for (std::size_t i = 0; i < area_ha.size(); ++i) {
        table.strata.push_back({names[i], StratumKind::forest});
        for (std::size_t j = 0; j < area_ha.size(); ++j)
            if (area_ha[i][j] > 0) arcs.push_back({names[i], names[j], area_ha[i][j]});
    }
    table.intervals.push_back(interval(2014, 2014 + years, arcs));
    return table;
}

YearlyProbabilities probabilities(const TransitionTable& table, Annualise annualise,
                                  Intervals intervals = Intervals::pooled) {
    return yearly_probabilities(table, annualise, intervals).value();
}

std::string refusal(const TransitionTable& table, Annualise annualise, Intervals intervals = Intervals::pooled) {
    return yearly_probabilities(table, annualise, intervals).refusal().reason;
}

constexpr double root_noise = 1e-12;  // A Schur decomposition of a small matrix loses a few ulp.

TEST(YearlyProbabilities, AreTheShareDividedByTheYearsUnderLinear) {
    // 60 and 40 of 1,000 ha in two years.
    const auto yearly = probabilities(
        national(
            {interval(2014, 2016,
                      {{"evergreen", "evergreen", 900}, {"evergreen", "deciduous", 60}, {"evergreen", "crops", 40}})}),
        Annualise::linear);

    EXPECT_DOUBLE_EQ(yearly.at(evergreen, deciduous), 0.03);
    EXPECT_DOUBLE_EQ(yearly.at(evergreen, crops), 0.02);
    EXPECT_DOUBLE_EQ(yearly.at(evergreen, evergreen), 0.95);
}

TEST(YearlyProbabilities, AreThePublishedEvergreenNumbersOfCambodia) {
    // Eq. 13, worked: 2,973,694.05 ha, of which 113,380.74 ha became non-forest and 114,182.46 ha left at all.
    const TransitionTable table = national({interval(2014, 2016,
                                                     {{"evergreen", "crops", 113'380.74},
                                                      {"evergreen", "deciduous", 114'182.46 - 113'380.74},
                                                      {"evergreen", "evergreen", 2'973'694.05 - 114'182.46}})});

    EXPECT_NEAR(probabilities(table, Annualise::linear).at(evergreen, crops), 0.019064, 5e-7);
    EXPECT_NEAR(1 - probabilities(table, Annualise::compound).at(evergreen, evergreen), 0.019387, 5e-7);
    EXPECT_NEAR(probabilities(table, Annualise::compound).at(evergreen, crops), 0.019251, 5e-7);
}

TEST(YearlyProbabilities, ShareTheCompoundRateOverTheDestinationsInProportion) {
    // 190 of 1,000 ha leave in two years: 1 - sqrt(0.81) = 0.1 a year, of which 114/190 = 0.6 and 76/190 = 0.4.
    const auto yearly = probabilities(
        national(
            {interval(2014, 2016,
                      {{"evergreen", "evergreen", 810}, {"evergreen", "deciduous", 114}, {"evergreen", "crops", 76}})}),
        Annualise::compound);

    EXPECT_DOUBLE_EQ(yearly.at(evergreen, deciduous), 0.06);
    EXPECT_DOUBLE_EQ(yearly.at(evergreen, crops), 0.04);
    EXPECT_DOUBLE_EQ(yearly.at(evergreen, evergreen), 0.9);
}

TEST(YearlyProbabilities, LetAStratumThatAllLeftLeaveInOneYearUnderCompound) {
    const auto yearly =
        probabilities(national({interval(2014, 2016, {{"evergreen", "crops", 10}})}), Annualise::compound);

    EXPECT_DOUBLE_EQ(yearly.at(evergreen, crops), 1);
    EXPECT_DOUBLE_EQ(yearly.at(evergreen, evergreen), 0);
}

TEST(YearlyProbabilities, AreTheSquareRootOfATwoByTwoMatrix) {
    // A = [.9 .1; .2 .8] squared is [.81+.02 .09+.08; .18+.16 .02+.64] = [.83 .17; .34 .66]; eigenvalues 1 and .49.
    const auto yearly = probabilities(square(2, {{830, 170}, {340, 660}}), Annualise::matrix_root);

    EXPECT_NEAR(yearly.at(0, 0), 0.9, root_noise);
    EXPECT_NEAR(yearly.at(0, 1), 0.1, root_noise);
    EXPECT_NEAR(yearly.at(1, 0), 0.2, root_noise);
    EXPECT_NEAR(yearly.at(1, 1), 0.8, root_noise);
}

TEST(YearlyProbabilities, AreTheSquareRootOfAThreeByThreeMatrix) {
    // A = [.9 .06 .04; 0 .95 .05; 0 0 1]; its square by hand: .81, .9x.06+.06x.95 = .111, .9x.04+.06x.05+.04 = .079;
    // .9025, .95x.05+.05 = .0975; 1.
    const auto yearly =
        probabilities(square(2, {{8100, 1110, 790}, {0, 9025, 975}, {0, 0, 10000}}), Annualise::matrix_root);
    const double expected[3][3] = {{0.9, 0.06, 0.04}, {0, 0.95, 0.05}, {0, 0, 1}};

    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            EXPECT_NEAR(yearly.at(i, j), expected[i][j], root_noise);
}

TEST(YearlyProbabilities, AreTheMatrixItselfWhenItsIntervalIsOneYear) {
    const auto yearly = probabilities(square(1, {{10, 90}, {90, 10}}), Annualise::matrix_root);

    EXPECT_DOUBLE_EQ(yearly.at(0, 1), 0.9);
}

TEST(YearlyProbabilities, AreRefusedWhereTheRootIsComplex) {
    // [.1 .9; .9 .1] has the eigenvalues 1 and -0.8: the root of the second is imaginary.
    EXPECT_EQ(refusal(square(2, {{10, 90}, {90, 10}}), Annualise::matrix_root),
              "matrix root refused: the yearly probability from 'a' to 'a' is complex or negative");
}

TEST(YearlyProbabilities, AreRefusedWhereTheRootIsNegative) {
    // The cycle [.5 .5 0; 0 .5 .5; .5 0 .5] has the eigenvalues 1 and 0.5 e^(+-i pi/3); the principal root is circulant
    // with (1 + 2 sqrt(.5) cos 30)/3 = .742, (1 + 2 sqrt(.5) cos 90)/3 = .333, (1 + 2 sqrt(.5) cos 150)/3 = -.075.
    EXPECT_EQ(refusal(square(2, {{50, 50, 0}, {0, 50, 50}, {50, 0, 50}}), Annualise::matrix_root),
              "matrix root refused: the yearly probability from 'a' to 'c' is complex or negative");
}

TEST(YearlyProbabilities, AreRefusedAsARootOfASingularMatrix) {
    // [0 1 0; 0 0 1; 0 0 1]: of a and b there remains a nilpotent block of size two, which has no square root at all.
    // [0 1 0; 0 .9 .1; 0 .2 .8]: nothing stays or becomes a.
    const char* const singular = "matrix root refused: the national matrix is singular, so it has no principal root";
    EXPECT_EQ(refusal(square(2, {{0, 5, 0}, {0, 0, 5}, {0, 0, 5}}), Annualise::matrix_root), singular);
    EXPECT_EQ(refusal(square(2, {{0, 5, 0}, {0, 90, 10}, {0, 20, 80}}), Annualise::matrix_root), singular);
}

TEST(YearlyProbabilities, AreRefusedAsARootWhereARowIsMissing) {
    EXPECT_EQ(refusal(square(2, {{5, 5}, {0, 0}}), Annualise::matrix_root),
              "matrix root refused: the national table has no row for 'b'");
}

/// Evergreen only: each interval holds the hectares that left for crops and the hectares that stayed.
TransitionTable two_intervals(int first_years, double first_left_ha, double first_stayed_ha, int second_years,
                              double second_left_ha, double second_stayed_ha) {
    return national({interval(2006, 2006 + first_years,
                              {{"evergreen", "crops", first_left_ha}, {"evergreen", "evergreen", first_stayed_ha}}),
                     interval(2010, 2010 + second_years,
                              {{"evergreen", "crops", second_left_ha}, {"evergreen", "evergreen", second_stayed_ha}})});
}

TEST(YearlyProbabilities, PoolIntervalsByHectareYears) {
    // Eq. 14, worked: 20 of 1,000 ha in 2 years, then 60 of 1,000 ha in 4: 80/6,000; mean of 0.010 and 0.015.
    const TransitionTable table = two_intervals(2, 20, 980, 4, 60, 940);

    EXPECT_DOUBLE_EQ(probabilities(table, Annualise::linear, Intervals::pooled).at(evergreen, crops), 80.0 / 6'000);
    EXPECT_DOUBLE_EQ(probabilities(table, Annualise::linear, Intervals::mean).at(evergreen, crops), 0.0125);
}

TEST(YearlyProbabilities, WeighIntervalsOfEqualLengthByTheirAreaWhenPooled) {
    // 20 of 1,000 ha and 180 of 3,000 ha, two years each: 200/8,000 pooled; mean of 0.01 and 0.03.
    const TransitionTable table = two_intervals(2, 20, 980, 2, 180, 2'820);

    EXPECT_DOUBLE_EQ(probabilities(table, Annualise::linear, Intervals::pooled).at(evergreen, crops), 0.025);
    EXPECT_DOUBLE_EQ(probabilities(table, Annualise::linear, Intervals::mean).at(evergreen, crops), 0.02);
}

TEST(YearlyProbabilities, PoolIntervalsOfEqualLengthUnderCompound) {
    // 90 + 290 of 2,000 ha in two years: 1 - sqrt(0.81) = 0.1 a year.
    const TransitionTable table = two_intervals(2, 90, 910, 2, 290, 710);

    EXPECT_NEAR(probabilities(table, Annualise::compound).at(evergreen, crops), 0.1, 1e-15);
}

TEST(YearlyProbabilities, RefuseToPoolIntervalsOfUnequalLengthUnlessLinear) {
    const TransitionTable table = two_intervals(2, 190, 810, 4, 60, 940);

    EXPECT_EQ(refusal(table, Annualise::compound),
              "intervals of 2 and 4 years cannot be pooled under the reading compound");
    EXPECT_EQ(refusal(table, Annualise::matrix_root),
              "intervals of 2 and 4 years cannot be pooled under the reading matrix-root");
}

TEST(YearlyProbabilities, TakeTheMeanOfIntervalsOfUnequalLengthUnderCompound) {
    // 190 of 1,000 ha in two years: 0.1; 200 of 1,000 ha in one: 0.2.
    const TransitionTable table = two_intervals(2, 190, 810, 1, 200, 800);

    EXPECT_NEAR(probabilities(table, Annualise::compound, Intervals::mean).at(evergreen, crops), 0.15, 1e-15);
}

TEST(YearlyProbabilities, DoNotTakeTheSilenceOfAnIntervalForNoChange) {
    const TransitionTable table =
        national({interval(2006, 2010, {{"evergreen", "crops", 10}, {"evergreen", "evergreen", 90}}),
                  interval(2010, 2014, {{"deciduous", "crops", 10}})});

    EXPECT_TRUE(probabilities(table, Annualise::linear, Intervals::pooled).has_row(evergreen));
    EXPECT_FALSE(probabilities(table, Annualise::linear, Intervals::mean).has_row(evergreen));
    EXPECT_FALSE(probabilities(table, Annualise::linear, Intervals::pooled).has_row(crops));
}

TEST(YearlyProbabilities, AreRefusedWithoutAnInterval) {
    EXPECT_EQ(refusal(national({}), Annualise::linear), "national.csv holds no transition");
}

TEST(YearlyProbabilities, SumToOneInEveryRowUnderEveryReading) {
    std::mt19937_64 draw(42);
    const auto some_ha = [&] { return static_cast<double>(1 + draw() % 100); };
    for (int run = 0; run < 200; ++run) {
        // A strong diagonal, as real tables have it, keeps the root real and mostly without negative entries.
        const TransitionTable table = square(
            1 + run % 4, {{2'000, some_ha(), some_ha()}, {some_ha(), 2'000, some_ha()}, {some_ha(), some_ha(), 2'000}});
        for (const Annualise annualise : {Annualise::linear, Annualise::compound, Annualise::matrix_root}) {
            const auto yearly = yearly_probabilities(table, annualise, Intervals::mean);
            ASSERT_TRUE(yearly.given());
            for (std::size_t i = 0; i < 3; ++i) {
                double sum = 0;
                for (std::size_t j = 0; j < 3; ++j) {
                    ASSERT_GE(yearly.value().at(i, j), 0);
                    sum += yearly.value().at(i, j);
                }
                ASSERT_NEAR(sum, 1, 1e-15);
            }
        }
    }
}

}  // namespace
}  // namespace reddline::accounting
