#include "report/question_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Row = std::vector<std::string>;

StratumQuestion break_even_at(double share) {
    StratumQuestion question;
    question.break_even = BreakEven{"evergreen", "deciduous", Hectares::of(4'000.0), share};
    return question;
}

TEST(MixName, IsTheMapOfAMappedMixAndTheSourceOtherwise) {
    const StratumQuestion question = worked_question();
    EXPECT_EQ(mix_name(english(), claimed_case(), question.mixes[0]), "expected");
    EXPECT_EQ(mix_name(english(), claimed_case(), question.mixes[1]), "reported");
    EXPECT_EQ(mix_name(english(), claimed_case(), question.mixes[2]), "types-2017");
    EXPECT_EQ(mix_name(english(), claimed_case(), {MixSource::estimated, std::nullopt, {}, {}}), "estimated");
}

TEST(MixTable, HasOneColumnPerSource) {
    const PlainTable table = mix_table(english(), claimed_case(), worked_question());
    EXPECT_EQ(table.head, (Row{"forest type", "expected %", "reported %", "types-2017 %"}));
    EXPECT_THAT(table.rows,
                ElementsAre(Row{"evergreen", "83.3", "20.0", "75.0"}, Row{"deciduous", "16.7", "80.0", "25.0"}));
}

TEST(MixTable, TellsNoLossOfATypeFromASourceThatShowsNoLossAtAll) {
    StratumQuestion question = worked_question();
    question.mixes[1].strata.clear();
    question.mixes[2].strata = {{"bamboo", Hectares::of(1.0), 1.0}};
    EXPECT_THAT(mix_table(english(), claimed_case(), question).rows,
                ElementsAre(Row{"evergreen", "83.3", "", "0.0"}, Row{"deciduous", "16.7", "", "0.0"},
                            Row{"bamboo", "0.0", "", "100.0"}));
}

TEST(DistanceTable, NamesBothSources) {
    EXPECT_THAT(distance_table(english(), claimed_case(), worked_question()).rows,
                ElementsAre(Row{"reported", "types-2017", "0.5500"}));
}

TEST(QuestionSentences, SpeakOfRelabellingBoundsAndBreakEven) {
    EXPECT_THAT(
        question_sentences(english(), claimed_case(), worked_question()),
        ElementsAre(
            "The reported loss emits 1,320 tCO2e as labelled; with the forest types of types-2017 (type by type) "
            "it emits 1,760, a difference of 440 tCO2e.",
            "Whatever its forest types, a loss of 5.0 ha emits from 1,100 (all deciduous) to 2,200 tCO2e (all "
            "evergreen).",
            "Of the loss of the default reading (4.0 ha), credits vanish when 37.5 % lie in evergreen and the "
            "rest in deciduous.",
            "The forest types of the loss of the claim (5.0 ha) do not decide whether there is a reduction: "
            "there is one even if all of it is evergreen (break-even share of evergreen: 150.0 %)."));
}

TEST(QuestionSentences, SayThatThereIsNoReductionWhereTheShareIsBelowZero) {
    EXPECT_THAT(question_sentences(english(), claimed_case(), break_even_at(-0.05)),
                ElementsAre("The forest types of the loss of the default reading (4,000.0 ha) do not decide whether "
                            "there is a reduction: there is none even if all of it is deciduous (break-even share of "
                            "evergreen: -5.0 %)."));
}

TEST(QuestionSentences, TakeSharesOfNothingAndOfAllAsDeciding) {
    EXPECT_THAT(question_sentences(english(), claimed_case(), break_even_at(0.0)),
                ElementsAre("Of the loss of the default reading (4,000.0 ha), credits vanish when 0.0 % lie in "
                            "evergreen and the rest in deciduous."));
    EXPECT_THAT(question_sentences(english(), claimed_case(), break_even_at(1.0)),
                ElementsAre("Of the loss of the default reading (4,000.0 ha), credits vanish when 100.0 % lie in "
                            "evergreen and the rest in deciduous."));
}

TEST(QuestionSentences, SayWhereTheMixOfAllLossIsTaken) {
    StratumQuestion question;
    question.relabellings = {{0, false, TonnesCO2e::of(2'000.0), TonnesCO2e::of(1'500.0)}};
    EXPECT_THAT(question_sentences(english(), claimed_case(), question),
                ElementsAre("The reported loss emits 2,000 tCO2e as labelled; with the forest types of types-2017 (its "
                            "mix of all loss) it emits 1,500, a difference of -500 tCO2e."));
}

TEST(QuestionSentences, AreEmptyWhereNothingIsKnown) {
    EXPECT_THAT(question_sentences(english(), claimed_case(), StratumQuestion{}), IsEmpty());
}

}  // namespace
}  // namespace reddline::report
