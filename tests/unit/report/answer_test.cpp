#include "report/answer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_case.hpp"

namespace reddline::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(AnswerSentences, SayWhatWasLostExpectedEmittedAndWhatFollows) {
    EXPECT_THAT(
        answer_sentences(worked_case(), worked_result(), park),
        ElementsAre(
            "From 2019-01-01 to 2020-12-31 the maps show 4.0 ha of forest lost in 'park', 75 % of it in evergreen.",
            "The reference level expected 6.0 ha lost and 2,001 tCO2e emitted; 500 tCO2e were emitted and 10 "
            "tCO2e displaced into the belt.",
            "Under the default reading 1,341 credits follow (tCO2e)."));
}

TEST(AnswerSentences, CallCreditsWithoutABeltAnUpperBound) {
    AuditResult results = worked_result();
    results.readings.erase(results.readings.begin(), results.readings.begin() + 2);
    const auto sentences = answer_sentences(worked_case(), results, park);
    ASSERT_EQ(sentences.size(), 3U);
    EXPECT_THAT(sentences[1], HasSubstr("displaced emissions are not known, since no belt is given."));
    EXPECT_EQ(sentences[2], "Under the default reading 1,341 credits follow (tCO2e), an upper bound.");
}

TEST(AnswerSentences, SayByHowMuchEmissionsExceedTheReferenceLevel) {
    AuditResult results = worked_result();
    Statement statement = worked_statement();
    statement.reduction = TonnesCO2e::of(-12'345.6);
    statement.credits = {0};
    results.readings[0].answer = statement;
    EXPECT_EQ(answer_sentences(worked_case(), results, park)[2],
              "Under the default reading nothing is creditable: emissions exceed the reference level by 12,346 tCO2e.");
}

TEST(AnswerSentences, NameNoForestTypeWhereNothingWasLost) {
    AuditResult results = worked_result();
    Statement statement = worked_statement();
    for (StratumBalance& stratum : statement.strata)
        stratum.observed_area = {};
    results.readings[0].answer = statement;
    EXPECT_EQ(answer_sentences(worked_case(), results, park)[0],
              "From 2019-01-01 to 2020-12-31 the maps show 0.0 ha of forest lost in 'park'.");
}

TEST(AnswerSentences, SayWhyNoCreditsCanBeComputed) {
    EXPECT_THAT(answer_sentences(worked_case(), refused_result("no carbon factors: give [carbon] factors"), park),
                ElementsAre("No credits can be computed for 'park': no carbon factors: give [carbon] factors."));
    EXPECT_THAT(answer_sentences(worked_case(), worked_result(), belt), IsEmpty());
}

TEST(OtherReadings, GiveACreditOrAReasonForEveryReadingButTheDefault) {
    EXPECT_THAT(
        other_readings(worked_result(), park),
        ElementsAre("route loss, option-2: refused, no factor for 'bamboo'", "route maps, option-1: 1,341 credits"));
    EXPECT_THAT(other_readings(worked_result(), belt), IsEmpty());
}

TEST(PixelSentences, AddUpTheOutcomesWithAndWithoutWhatSurroundsTheZones) {
    EXPECT_EQ(pixel_sentence(worked_case()), "16 in zones = 13 counted + 3 excluded + 0 rejected");
    EXPECT_EQ(read_sentence(worked_case()),
              "20 read = 13 counted + 7 excluded + 0 rejected; 4 of those excluded lie outside every zone");
}

TEST(PixelSentences, CallCodesOutOfRangeRejected) {
    AuditCase audit = worked_case();
    OutcomeTally outcomes{};
    outcomes[static_cast<std::size_t>(Outcome::beyond_last_year)] = ha(2);
    outcomes[static_cast<std::size_t>(Outcome::cover_out_of_range)] = ha(1'000);
    audit.crosstabs = {{0.0, Crosstab(2, {}, {}, {{}, {}}, outcomes)}};
    EXPECT_EQ(pixel_sentence(audit), "1,002 in zones = 0 counted + 0 excluded + 1,002 rejected");
}

}  // namespace
}  // namespace reddline::report
