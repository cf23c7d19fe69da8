#include "report/reading_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::IsEmpty;

using Row = std::vector<std::string>;

AuditResult result_with(const ReadingsSummary& summary) {
    AuditResult results = worked_result();
    results.summaries = {summary};
    return results;
}

/// Sentences of the park for one summary.
std::vector<std::string> sentences_of(const ReadingsSummary& summary) {
    return readings_sentences(english(), result_with(summary), park);
}

std::vector<std::string> further_of(const ReadingsSummary& summary) {
    return further_readings_sentences(english(), claimed_case(), result_with(summary), park);
}

Spread spread_of(std::size_t readings, std::int64_t lowest, double median, std::int64_t highest) {
    return {readings, lowest, median, highest, std::nullopt, std::nullopt};
}

TEST(OneChangeTable, ShowsTheDefaultAndWhatDiffersFromItInOneChoiceAlone) {
    AuditResult results = worked_result();
    ReadingResult two_changes = results.readings[2];
    two_changes.reading.arcs = Arcs::option_2;
    results.readings.push_back(two_changes);
    ReadingResult elsewhere = results.readings[2];
    elsewhere.zone = belt;
    results.readings.push_back(elsewhere);
    EXPECT_THAT(one_change_table(english(), worked_case(), results, park).rows,
                ElementsAre(Row{"the default reading", "2,001", "500", "10", "1,491", "1,341", "computed"},
                            Row{"arcs option-2", "2,100", "", "", "", "", "refused: no factor for 'bamboo'"},
                            Row{"route maps", "2,001", "500", "not known", "1,501", "1,350", "upper bound"}));
}

TEST(OneChangeTable, LeavesWhatIsExpectedEmptyWhereItIsNotKnown) {
    EXPECT_EQ(one_change_table(english(), worked_case(), refused_result("no factors"), park).rows[0],
              (Row{"the default reading", "", "", "", "", "", "refused: no factors"}));
}

TEST(OneChangeTable, NamesTheCaveatsOfAReading) {
    AuditResult results = worked_result();
    results.readings.resize(1, results.readings[0]);
    results.readings[0].caveats = {Caveat::other_strata};
    EXPECT_EQ(one_change_table(english(), worked_case(), results, park).rows[0].back(),
              "computed; the forest types of the reported loss are not known to be those of the reference level's map");
}

TEST(OneChangeTable, CallsCreditsAnUpperBoundWhereTheClaimSaysNothingAboutABelt) {
    AuditResult results = worked_result();
    CreditTotals totals = worked_statement().totals;
    totals.unseen_belts = 1;
    results.readings[0].answer = totals;
    EXPECT_EQ(one_change_table(english(), worked_case(), results, park).rows[0].back(), "upper bound");
}

TEST(EffectsTable, ShowsEveryEffectInItsOrder) {
    ReadingsSummary summary = worked_summary();
    summary.effects.push_back({Choice::min_area, 1'200, 2.5, 4.0, TonnesCO2e::of(1'234.5)});
    EXPECT_THAT(effects_table(english(), summary).rows,
                ElementsAre(Row{"route", "1", "9", "9", "10"}, Row{"min_area_ha", "1,200", "2", "4", "1,234"}))
        << "halves go to the even number";
}

TEST(DifferenceText, NamesTheChoicesThatDifferWithTheirValues) {
    const Reading standard = worked_reading(Route::loss, Arcs::option_1);
    EXPECT_EQ(difference_text(english(), worked_case(), standard, standard), "the default reading");
    Reading other = standard;
    other.arcs = Arcs::option_2;
    other.forest.canopy_pct = 10.0;
    other.strata_map = 1;
    EXPECT_EQ(difference_text(english(), worked_case(), standard, other),
              "strata types-2020, canopy_pct 10, arcs option-2");
}

TEST(DifferenceText, LeavesOutChoicesThatHaveNoPartInTheOtherReading) {
    const Reading standard = worked_reading(Route::loss, Arcs::option_1);
    Reading other = standard;
    other.route = Route::maps;
    other.forest.canopy_pct = 10.0;  // Maps know no canopy.
    EXPECT_EQ(difference_text(english(), worked_case(), standard, other), "route maps");
}

TEST(ReadingsSentences, SayWhatTheReadingsGiveAndWhichChoiceMattersMost) {
    EXPECT_THAT(readings_sentences(english(), worked_result(), park),
                ElementsAre("The 2 readings of the rules that treat what was expected and what is observed alike give "
                            "1,341 to 1,350 credits (median 1,346).",
                            "The choice that matters most is route (how the loss is observed): changing it alone moves "
                            "the credits by 9 on average, at most 9."));
    EXPECT_THAT(readings_sentences(english(), worked_result(), belt), IsEmpty());
}

TEST(ReadingsSentences, SayWhatTheConsistentReadingsGiveAndThenAll) {
    ReadingsSummary summary = worked_summary();
    summary.refused = 2;
    summary.all = spread_of(5, 0, 100.0, 2'500);
    summary.consistent = spread_of(3, 50, 60.0, 100);
    EXPECT_EQ(sentences_of(summary)[0],
              "The 3 readings of the rules that treat what was expected and what is observed alike give 50 to 100 "
              "credits (median 60).");
    EXPECT_THAT(further_of(summary),
                ElementsAre("Of all, 5 readings can be computed and give 0 to 2,500 credits (median "
                            "100); 2 more are refused."));
    summary.refused = 0;
    summary.consistent = spread_of(1, 50, 50.0, 50);
    EXPECT_EQ(
        sentences_of(summary)[0],
        "The one reading of the rules that treats what was expected and what is observed alike gives 50 credits.");
    EXPECT_THAT(further_of(summary),
                ElementsAre("Of all, 5 readings can be computed and give 0 to 2,500 credits (median 100)."));
}

TEST(ReadingsSentences, SayWhereNoneOfTheReadingsTreatsBothSidesAlike) {
    ReadingsSummary summary = worked_summary();
    summary.consistent.reset();
    summary.all = spread_of(5, 0, 100.0, 2'500);
    EXPECT_EQ(sentences_of(summary)[0],
              "5 readings give 0 to 2,500 credits (median 100), but none treats what was expected and what is observed "
              "alike.");
    EXPECT_THAT(further_of(summary), ElementsAre("1 reading is refused."));
    summary.refused = 0;
    summary.all = spread_of(5, 0, 0.0, 0);
    EXPECT_EQ(sentences_of(summary)[0],
              "5 readings all give 0 credits, but none treats what was expected and what is observed alike.");
    EXPECT_THAT(further_of(summary), IsEmpty());
}

TEST(ReadingsSentences, SpeakOfASingleReadingAsOne) {
    ReadingsSummary summary{
        .zone = park, .refused = 0, .all = spread_of(1, 1, 1.0, 1), .consistent = {}, .effects = {}};
    summary.all->at_or_above_claim = 1;
    summary.all->nearest_to_claim = 0;
    EXPECT_THAT(
        sentences_of(summary),
        ElementsAre("The only reading gives 1 credit, but does not treat what was expected and what is observed "
                    "alike. It reaches the claim.",
                    "No choice is open, so nothing moves the credits."));
    summary.all->at_or_above_claim = 0;
    summary.consistent = summary.all;
    EXPECT_THAT(
        sentences_of(summary),
        ElementsAre("The one reading of the rules that treats what was expected and what is observed alike gives "
                    "1 credit. It does not reach the claim.",
                    "No choice is open, so nothing moves the credits."));
    EXPECT_THAT(further_of(summary), IsEmpty());
}

TEST(ReadingsSentences, SayWhereTheClaimStandsAndWhichReadingIsNearest) {
    AuditResult results = claimed_result();
    const auto sentence = [&](std::size_t at_or_above) {
        results.summaries[0].consistent->at_or_above_claim = at_or_above;
        return readings_sentences(english(), results, park)[0];
    };
    EXPECT_THAT(sentence(0), EndsWith("(median 1,346). None of them reaches the claim."));
    EXPECT_THAT(sentence(1), EndsWith(". 1 of them reaches the claim."));
    EXPECT_THAT(sentence(2), EndsWith(". All of them reach the claim."));
    EXPECT_THAT(further_readings_sentences(english(), claimed_case(), results, park),
                ElementsAre("1 reading is refused.", "The one nearest to the claim gives 1,350 credits (route maps)."));
    results.summaries[0].consistent->readings = 3;
    results.summaries[0].consistent->nearest_to_claim = 0;
    EXPECT_THAT(sentence(2), EndsWith(". 2 of them reach the claim."));
    EXPECT_EQ(further_readings_sentences(english(), claimed_case(), results, park).back(),
              "The one nearest to the claim gives 1,341 credits (the default reading).");
}

TEST(ReadingsSentences, TakeAllReadingsWhereNoneIsConsistent) {
    AuditResult results = claimed_result();
    results.summaries[0].consistent.reset();
    EXPECT_THAT(readings_sentences(english(), results, park)[0], EndsWith("alike. None of them reaches the claim."));
    EXPECT_EQ(further_readings_sentences(english(), claimed_case(), results, park).back(),
              "The one nearest to the claim gives 1,350 credits (route maps).");
}

TEST(ReadingsSentences, SayThatNothingIsComputed) {
    EXPECT_THAT(readings_sentences(english(), refused_result("no factors"), park),
                ElementsAre("All 3 readings are refused; readings.csv has the reasons."));
    EXPECT_THAT(sentences_of({.zone = park, .refused = 1, .all = {}, .consistent = {}, .effects = {}}),
                ElementsAre("The only reading is refused; readings.csv has the reasons."));
    EXPECT_THAT(sentences_of({.zone = park, .refused = 0, .all = {}, .consistent = {}, .effects = {}}),
                ElementsAre("No reading speaks of this zone."));
}

TEST(ReadingsSentences, SayWhereNoChoiceMovesTheCredits) {
    ReadingsSummary summary = worked_summary();
    summary.effects = {{Choice::arcs, 1, 0.0, 0.0, TonnesCO2e::of(12.0)}};
    EXPECT_EQ(sentences_of(summary)[1],
              "No choice moves the credits; the reduction moves most with arcs, by 12 tCO2e on average.");
    summary.effects[0].mean_range_reduction = {};
    EXPECT_EQ(sentences_of(summary)[1], "No choice moves the credits, or the reduction behind them.");
    summary.effects.clear();
    EXPECT_EQ(sentences_of(summary)[1],
              "No two of the readings compared differ in one choice alone, so no choice can be said to matter most.");
}

TEST(UnitTable, ShowsWhatAThousandHectaresAreExpectedToLose) {
    AuditResult results = worked_result();
    const UnitExpectation expected{Hectares::of(19.064), TonnesCO2e::of(11'449.8), TonnesCO2e::of(32'153.6)};
    Reading option_2 = worked_reading(Route::loss, Arcs::option_2);
    option_2.areas = AreaModel::markov;
    results.unit_references = {{"evergreen", option_2, expected},
                               {"bamboo", option_2, Refusal{"no factor for 'bamboo'"}}};
    EXPECT_THAT(unit_table(english(), worked_case(), results).rows,
                ElementsAre(Row{"evergreen", "carbon.csv, linear, pooled, option-2, markov, post-stock", "19.06",
                                "11,450", "32,154"}));
}

}  // namespace
}  // namespace reddline::report
