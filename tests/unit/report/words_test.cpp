#include "report/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

TEST(ReadingText, NamesEveryChoiceOfTheReading) {
    EXPECT_EQ(reading_text(english(), worked_case(), worked_reading(Route::loss, Arcs::option_1)),
              "route loss; strata types-2017; forest is canopy cover > 30 %; option-1; post-stock; reference level "
              "transitions; linear; pooled; static areas");
}

TEST(ReadingText, NamesTheFactorSetWhereThereAreSeveral) {
    AuditCase audit = worked_case();
    audit.factor_sets.push_back(worked_factors());
    audit.factor_sets[1].name = "carbon-1998.csv";
    Reading reading = worked_reading(Route::loss, Arcs::option_1);
    reading.factors = 1;
    EXPECT_THAT(reading_text(english(), audit, reading), HasSubstr("; factors carbon-1998.csv; option-1; "));
}

TEST(ReadingText, SpeaksOfDeclaredAreasWhereNothingIsCounted) {
    EXPECT_EQ(reading_text(english(), tables_case(), reported_reading()),
              "route reported; forest areas as declared; option-1; zero; reference level transitions; linear; pooled; "
              "static areas");
}

TEST(ReadingText, LeavesOutChoicesThatMeanNothingThere) {
    Reading reading = worked_reading(Route::maps, Arcs::option_2);
    AuditCase audit = worked_case();
    audit.references = {{"history-of-belt", HistoryRule{"belt", ReferencePeriod{LossYear{2014}, LossYear{2016}}}}};
    reading.post = PostStock::zero;
    EXPECT_EQ(reading_text(english(), audit, reading),
              "route maps; strata types-2017; option-2; zero; reference level history-of-belt");
    reading.route = Route::loss;  // What stands on the land afterwards is not known, so neither arcs nor post matter.
    EXPECT_EQ(reading_text(english(), audit, reading),
              "route loss; strata types-2017; forest is canopy cover > 30 %; reference level history-of-belt");
    audit.references.clear();
    reading.route = Route::maps;
    reading.reference.reset();
    reading.strata_map.reset();
    EXPECT_EQ(reading_text(english(), audit, reading), "route maps; no strata map; option-2; zero");
}

TEST(ChoiceText, IsEmptyWhereTheChoiceHasNoPartInTheReading) {
    const Reading by_maps = worked_reading(Route::maps, Arcs::option_1);
    EXPECT_EQ(choice_text(worked_case(), by_maps, Choice::route), "maps");
    EXPECT_EQ(choice_text(worked_case(), by_maps, Choice::strata), "types-2017");
    EXPECT_THAT(choice_text(worked_case(), by_maps, Choice::canopy_pct), IsEmpty());
    EXPECT_THAT(choice_text(worked_case(), by_maps, Choice::min_area), IsEmpty());
    EXPECT_EQ(choice_text(worked_case(), by_maps, Choice::arcs), "option-1");
    EXPECT_EQ(choice_text(worked_case(), by_maps, Choice::reference), "transitions");
    EXPECT_EQ(choice_text(worked_case(), by_maps, Choice::factors), "carbon.csv");
}

TEST(CaveatsText, JoinsTheCaveatsInWords) {
    EXPECT_THAT(caveats_text({}), IsEmpty());
    EXPECT_EQ(caveats_text({Caveat::degradation_unseen, Caveat::other_strata}),
              "change among forest types is expected, and this route cannot observe it: biased upwards; the forest "
              "types of the reported loss are not known to be those of the reference level's map");
}

TEST(ReasonText, SaysWhyCreditsAreAnUpperBoundAndWhatElseToKnow) {
    CreditTotals totals = worked_statement().totals;
    EXPECT_EQ(status_name(totals), "computed");
    EXPECT_THAT(reason_text(totals, {}), IsEmpty());
    totals.unseen_belts = 1;  // One belt is known, another is not.
    EXPECT_EQ(status_name(totals), "upper-bound");
    EXPECT_EQ(reason_text(totals, {}), "the route says nothing about 1 belt: loss that moved there is not counted");
    EXPECT_EQ(reason_text(totals_without_belt(), {Caveat::other_strata}),
              "no displacement belt: loss that moved elsewhere is not counted; the forest types of the reported loss "
              "are not known to be those of the reference level's map");
}

TEST(LabelText, IsEmptyForARealCaseWithPublishedFactors) {
    EXPECT_THAT(label_text(english(), worked_case()), IsEmpty());
}

TEST(LabelText, JoinsTheAuditsLabelAndTheKindOfItsFactors) {
    AuditCase audit = worked_case();
    audit.label = "synthetic landscape";
    EXPECT_EQ(label_text(english(), audit), "synthetic landscape");
    audit.factor_sets[0].stocks["pine"].add({"total", TonnesCPerHa::of(1.0), {}, "demonstration value"});
    EXPECT_EQ(label_text(english(), audit), "synthetic landscape; demonstration factors");
    audit.label.clear();
    EXPECT_EQ(label_text(english(), audit), "demonstration factors");
}

TEST(LabelText, NamesDemonstrationReferenceLevelsDeductionsAndClaims) {
    AuditCase audit = claimed_case();
    audit.references.push_back({"rate-of-forest", LossRate{0.005, RateBase::forest, "Demonstration: invented"}});
    EXPECT_EQ(label_text(english(), audit), "demonstration reference level");
    audit.deductions = {{"buffer", 0.2, "a standard, section 3"}, {"other", 0.1, "demonstration"}};
    EXPECT_EQ(label_text(english(), audit), "demonstration reference level; demonstration deduction");
    audit.references[1].rule = LossRate{0.005, RateBase::forest, "a national report"};
    EXPECT_EQ(label_text(english(), audit), "demonstration deduction");
    audit.references[1].rule =
        NationalLevel{TonnesCO2e::of(5.0), ShareKey::forest_area, 10.0, "", std::nullopt, "demonstration value"};
    audit.deductions.clear();
    audit.claim->source = "demonstration claim of nobody";
    EXPECT_EQ(label_text(english(), audit), "demonstration reference level; demonstration claim");
    EXPECT_EQ(label_text(english(), audit, {Entered::factors, Entered::claim}), "demonstration claim");
    EXPECT_EQ(label_text(english(), audit, {Entered::reference_level}), "demonstration reference level");
    EXPECT_THAT(label_text(english(), audit, {}), IsEmpty());
}

TEST(LabelText, LetsTheClaimEnterByTheRouteThatRestsOnIt) {
    using testing::ElementsAre;
    EXPECT_THAT(by_route(Route::loss, {Entered::factors}), ElementsAre(Entered::factors));
    EXPECT_THAT(by_route(Route::maps, {}), IsEmpty());
    EXPECT_THAT(by_route(Route::reported, {Entered::factors}), ElementsAre(Entered::factors, Entered::claim));
}

}  // namespace
}  // namespace reddline::report
