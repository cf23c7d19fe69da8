#include "report/answer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/claimed_case.hpp"
#include "unit/report/uncertain_case.hpp"

namespace reddline::report {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

TEST(AnswerSentences, SayWhatWasLostExpectedEmittedAndWhatFollows) {
    EXPECT_THAT(
        answer_sentences(english(), worked_case(), worked_result(), park),
        ElementsAre(
            "From 2019-01-01 to 2020-12-31 the maps show 4.0 ha of forest lost in 'park', 75 % of it in evergreen.",
            "The reference level expected 6.0 ha lost and 2,001 tCO2e emitted; 500 tCO2e were emitted and 10 "
            "tCO2e displaced into the belt.",
            "Under the default reading 1,341 credits follow (tCO2e)."));
}

TEST(AnswerSentences, SayTheCreditsOnceThenTheirIntervalAndTheBuffer) {
    AuditCase audit = worked_case();
    audit.buffer =
        CreditBuffer{0.1, "a rule", {{"park", BufferPostingKind::opening, {10}, "a report", "buffer.csv:2"}}};
    AuditResult results = uncertain_result();
    ProgrammeDeduction& none = results.uncertainty.deductions.front().programmes.front();
    none.buffered = Credits{135};
    none.buffer = BufferClosing{{145}, {0}};
    const auto sentences = answer_sentences(english(), audit, results, park);

    ASSERT_EQ(sentences.size(), 5U);
    EXPECT_EQ(sentences[2], "Under the default reading 1,341 credits follow (tCO2e).");
    EXPECT_THAT(sentences[3], StartsWith("The 90 % interval is 900 to 1,530 credits; VCS would deduct"));
    EXPECT_THAT(sentences[4],
                StartsWith("The buffer account then holds 145 credits: 10 at the opening, and 135 added;"));
}

TEST(AnswerSentences, CallCreditsWithoutABeltAnUpperBound) {
    AuditResult results = worked_result();
    results.statements[0].answer = statement_without_belt();
    const auto sentences = answer_sentences(english(), worked_case(), results, park);
    ASSERT_EQ(sentences.size(), 3U);
    EXPECT_THAT(sentences[1], HasSubstr("displaced emissions are not known, since no belt is given."));
    EXPECT_EQ(sentences[2], "Under the default reading 1,350 credits follow (tCO2e), an upper bound.");
}

TEST(AnswerSentences, CallCreditsAnUpperBoundWhereTheClaimSaysNothingAboutABelt) {
    AuditResult results = worked_result();
    Statement statement = statement_without_belt();
    statement.totals.unseen_belts = 1;
    results.statements[0].answer = statement;
    auto sentences = answer_sentences(english(), worked_case(), results, park);
    EXPECT_THAT(sentences[1],
                HasSubstr("; displaced emissions are not known, since the route says nothing about the belts."));
    EXPECT_THAT(sentences[2], EndsWith(", an upper bound."));

    statement = worked_statement();
    statement.totals.unseen_belts = 2;
    results.statements[0].answer = statement;
    sentences = answer_sentences(english(), worked_case(), results, park);
    EXPECT_THAT(sentences[1],
                HasSubstr(" and 10 tCO2e displaced into the belt; the route says nothing about 2 more belts."));
    EXPECT_THAT(sentences[2], EndsWith(", an upper bound."));
}

TEST(AnswerSentences, SayThatTheClaimReportsTheLossOfTheReportedRoute) {
    EXPECT_EQ(answer_sentences(english(), tables_case(), tables_result(), park)[0],
              "From 2019-01-01 to 2020-12-31 the claim reports 4.0 ha of forest lost in 'park', 75 % of it in "
              "evergreen.");
}

TEST(AnswerSentences, ExpectNoHectaresWhereTheReferenceLevelKnowsNone) {
    AuditResult results = worked_result();
    Statement statement = worked_statement();
    for (StratumBalance& stratum : statement.strata) {
        stratum.expected_area.reset();
        stratum.expected_emission.reset();
    }
    results.statements[0].answer = statement;
    EXPECT_THAT(answer_sentences(english(), worked_case(), results, park)[1],
                StartsWith("The reference level expected 2,001 tCO2e emitted; "));
}

TEST(AnswerSentences, SayThatAHistoryFromBeforeTheMapIsTooLow) {
    AuditCase audit = worked_case();
    const auto since = [](int first) {
        return ReferenceSource{"history-of-own-zone",
                               HistoryRule{"", ReferencePeriod{LossYear{first}, LossYear{2018}}}};
    };
    audit.references = {since(2015)};
    EXPECT_THAT(answer_sentences(english(), audit, worked_result(), park)[1],
                EndsWith(" The reference level is too low: it rests on loss since 2015, and the strata map of 2017 no "
                         "longer shows as forest what was lost by then."));
    audit.references = {since(2018)};  // The map of 2017 is dated before it.
    EXPECT_THAT(answer_sentences(english(), audit, worked_result(), park)[1], EndsWith("displaced into the belt."));
}

TEST(AnswerSentences, SayByHowMuchEmissionsExceedTheReferenceLevel) {
    AuditResult results = worked_result();
    Statement statement = worked_statement();
    statement.totals.reduction = TonnesCO2e::of(-12'345.6);
    statement.totals.credits = {0};
    results.statements[0].answer = statement;
    EXPECT_EQ(answer_sentences(english(), worked_case(), results, park)[2],
              "Under the default reading nothing is creditable: emissions exceed the reference level by 12,346 tCO2e.");
}

TEST(AnswerSentences, NameNoForestTypeWhereNothingWasLost) {
    AuditResult results = worked_result();
    Statement statement = worked_statement();
    for (StratumBalance& stratum : statement.strata)
        stratum.observed_area = {};
    results.statements[0].answer = statement;
    EXPECT_EQ(answer_sentences(english(), worked_case(), results, park)[0],
              "From 2019-01-01 to 2020-12-31 the maps show 0.0 ha of forest lost in 'park'.");
}

TEST(AnswerSentences, SayWhyNoCreditsCanBeComputed) {
    EXPECT_THAT(
        answer_sentences(english(), worked_case(), refused_result("no carbon factors: give [carbon] factors"), park),
        ElementsAre("No credits can be computed for 'park': no carbon factors: give [carbon] factors."));
    EXPECT_THAT(answer_sentences(english(), worked_case(), worked_result(), belt), IsEmpty());
}

TEST(PixelSentences, AddUpTheOutcomesWithAndWithoutWhatSurroundsTheZones) {
    EXPECT_EQ(pixel_sentence(english(), worked_case()), "16 in zones = 13 counted + 3 excluded + 0 rejected");
    EXPECT_EQ(read_sentence(english(), worked_case()),
              "20 read = 13 counted + 7 excluded + 0 rejected; 4 of the excluded outside every zone");
}

TEST(PixelSentences, CallCodesOutOfRangeRejected) {
    AuditCase audit = worked_case();
    OutcomeTally outcomes{};
    outcomes[static_cast<std::size_t>(Outcome::beyond_last_year)] = ha(2);
    outcomes[static_cast<std::size_t>(Outcome::cover_out_of_range)] = ha(1'000);
    audit.crosstabs = {{0.0, Crosstab(2, {}, {}, {{}, {}}, outcomes)}};
    EXPECT_EQ(pixel_sentence(english(), audit), "1,002 in zones = 0 counted + 0 excluded + 1,002 rejected");
}

}  // namespace
}  // namespace reddline::report
