#include "accounting/readings_summary.hpp"

#include <gmock/gmock.h>

namespace reddline::accounting {
namespace {

using testing::IsEmpty;

constexpr std::size_t other_project = 0;
constexpr std::size_t project = 1;

Reading reading_of(double canopy_pct, Arcs arcs, AreaModel areas = AreaModel::constant) {
    Reading reading;
    reading.forest.canopy_pct = canopy_pct;
    reading.arcs = arcs;
    reading.areas = areas;
    return reading;
}

ReadingResult computed(const Reading& reading, double reduction_tCO2e, std::vector<Caveat> caveats = {}) {
    CreditTotals totals;
    totals.reduction = TonnesCO2e::of(reduction_tCO2e);
    totals.credits = {reduction_tCO2e > 0.0 ? static_cast<std::int64_t>(reduction_tCO2e) : 0};
    return {project, reading, std::move(caveats), TonnesCO2e{}, totals};
}

ReadingResult refused(const Reading& reading) {
    return {project, reading, {}, std::nullopt, Refusal{"a reason"}};
}

// Credits by threshold and arcs: 10 % 100 and 160, 30 % 80 and 170. A reading of another zone stands before them, one that is
// refused and one that does not treat both sides alike among them.
std::vector<ReadingResult> made_up() {
    std::vector<ReadingResult> readings{
        computed(reading_of(30, Arcs::option_1), 999),
        computed(reading_of(10, Arcs::option_1), 100),
        computed(reading_of(10, Arcs::option_2), 160),
        refused(reading_of(50, Arcs::option_1)),
        computed(reading_of(30, Arcs::option_1), 80),
        computed(reading_of(30, Arcs::option_2), 170),
        computed(reading_of(30, Arcs::option_2, AreaModel::markov), 500, {Caveat::degradation_unseen})};
    readings[0].zone = other_project;
    return readings;
}

TEST(Summarise, GivesRangeAndMedianOfAllAndOfTheConsistentReadings) {
    const ReadingsSummary summary = summarise(made_up(), project, {});

    EXPECT_EQ(summary.zone, project);
    EXPECT_EQ(summary.refused, 1U);
    EXPECT_EQ(summary.consistent->readings, 4U);
    EXPECT_EQ(summary.consistent->lowest_tCO2e, 80);
    EXPECT_EQ(summary.consistent->median_tCO2e, 130);  // Between 100 and 160.
    EXPECT_EQ(summary.consistent->highest_tCO2e, 170);
    EXPECT_EQ(summary.all->readings, 5U);
    EXPECT_EQ(summary.all->lowest_tCO2e, 80);
    EXPECT_EQ(summary.all->median_tCO2e, 160);  // The middle one of five.
    EXPECT_EQ(summary.all->highest_tCO2e, 500);
}

TEST(Summarise, SaysNothingOfAClaimWhereThereIsNone) {
    const ReadingsSummary summary = summarise(made_up(), project, {});

    EXPECT_EQ(summary.all->at_or_above_claim, std::nullopt);
    EXPECT_EQ(summary.all->nearest_to_claim, std::nullopt);
}

TEST(Summarise, CountsTheReadingsAtOrAboveTheClaimAndFindsTheNearest) {
    const ReadingsSummary summary = summarise(made_up(), project, TonnesCO2e::of(160));

    EXPECT_EQ(summary.consistent->at_or_above_claim, 2U);  // 160 and 170.
    EXPECT_EQ(summary.consistent->nearest_to_claim, 2U);
    EXPECT_EQ(summary.all->at_or_above_claim, 3U);

    const ReadingsSummary above_all = summarise(made_up(), project, TonnesCO2e::of(600'000));
    EXPECT_EQ(above_all.all->at_or_above_claim, 0U);
    EXPECT_EQ(above_all.consistent->nearest_to_claim, 5U);  // The index counts the readings of every zone.
    EXPECT_EQ(above_all.all->nearest_to_claim, 6U);

    EXPECT_EQ(summarise(made_up(), project, TonnesCO2e::of(160.5)).consistent->at_or_above_claim, 1U);
}

TEST(Summarise, TakesTheFirstOfTwoReadingsThatAreEquallyNear) {
    // 90 lies between 100, which comes first, and 80.
    EXPECT_EQ(summarise(made_up(), project, TonnesCO2e::of(90)).all->nearest_to_claim, 1U);
}

TEST(Summarise, SaysHowFarEachChoiceAloneMovesTheCreditsTheStrongestFirst) {
    const auto effects = summarise(made_up(), project, {}).effects;

    // Arcs: 160 - 100 = 60 at 10 %, 170 - 80 = 90 at 30 %. Threshold: 100 - 80 = 20 under option 1, 170 - 160 = 10.
    // The area model differs only in the reading that is not consistent.
    ASSERT_EQ(effects.size(), 2U);
    EXPECT_EQ(effects[0].choice, Choice::arcs);
    EXPECT_EQ(effects[0].groups, 2U);
    EXPECT_DOUBLE_EQ(effects[0].mean_range_tCO2e, 75);
    EXPECT_DOUBLE_EQ(effects[0].largest_range_tCO2e, 90);
    EXPECT_DOUBLE_EQ(effects[0].mean_range_reduction.value(), 75);
    EXPECT_EQ(effects[1].choice, Choice::canopy_pct);
    EXPECT_DOUBLE_EQ(effects[1].mean_range_tCO2e, 15);
    EXPECT_DOUBLE_EQ(effects[1].largest_range_tCO2e, 20);
}

TEST(Summarise, TakesTheWholeRangeOfASetOfMoreThanTwoReadings) {
    // 100, 70 and 90 differ in the threshold alone: one set, 30 apart; a reading by itself is no set.
    const auto effects =
        summarise({computed(reading_of(10, Arcs::option_1), 100), computed(reading_of(30, Arcs::option_1), 70),
                   computed(reading_of(50, Arcs::option_1), 90), computed(reading_of(70, Arcs::option_2), 5)},
                  project, {})
            .effects;

    ASSERT_EQ(effects.size(), 1U);
    EXPECT_EQ(effects[0].groups, 1U);
    EXPECT_DOUBLE_EQ(effects[0].mean_range_tCO2e, 30);
}

TEST(Summarise, SeesAChoiceThatMovesReductionsBelowZero) {
    // No credits anywhere; the threshold moves the reduction from -50 to -10, the arcs from -50 to -150.
    const auto effects =
        summarise({computed(reading_of(10, Arcs::option_1), -50), computed(reading_of(30, Arcs::option_1), -10),
                   computed(reading_of(10, Arcs::option_2), -150)},
                  project, {})
            .effects;

    ASSERT_EQ(effects.size(), 2U);
    EXPECT_EQ(effects[0].choice, Choice::arcs);
    EXPECT_EQ(effects[0].mean_range_tCO2e, 0);
    EXPECT_DOUBLE_EQ(effects[0].mean_range_reduction.value(), 100);
    EXPECT_EQ(effects[1].choice, Choice::canopy_pct);
    EXPECT_DOUBLE_EQ(effects[1].mean_range_reduction.value(), 40);
}

TEST(Summarise, HasNoSpreadWhereEveryReadingIsRefused) {
    const ReadingsSummary summary = summarise({refused(reading_of(10, Arcs::option_1))}, project, TonnesCO2e::of(1));

    EXPECT_EQ(summary.refused, 1U);
    EXPECT_FALSE(summary.all);
    EXPECT_FALSE(summary.consistent);
    EXPECT_THAT(summary.effects, IsEmpty());
}

TEST(Summarise, TakesTheEffectsOfAllReadingsWhereEachHasACaveat) {
    const ReadingsSummary summary =
        summarise({computed(reading_of(10, Arcs::option_1), 7, {Caveat::strata_after_loss}),
                   computed(reading_of(30, Arcs::option_1), 4, {Caveat::strata_after_loss})},
                  project, {});

    EXPECT_EQ(summary.all->median_tCO2e, 5.5);
    EXPECT_FALSE(summary.consistent);
    ASSERT_EQ(summary.effects.size(), 1U);
    EXPECT_DOUBLE_EQ(summary.effects[0].mean_range_tCO2e, 3);
}

}  // namespace
}  // namespace reddline::accounting
