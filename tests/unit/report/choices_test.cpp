#include "report/choices.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(QuestionOf, SaysInWordsOfItsOwnWhatEachChoiceLeavesOpen) {
    EXPECT_EQ(question_of(english(), Choice::strata), "which forest-type map is believed");
    std::set<std::string> questions;
    for (const Choice choice : all_choices())
        questions.insert(question_of(english(), choice));
    EXPECT_EQ(questions.size(), all_choices().size());
    EXPECT_FALSE(questions.contains(""));
}

TEST(ChoiceLines, ExplainEveryChoiceOfAnyReadingOnce) {
    const std::vector<std::string> lines = choice_lines(english(), worked_case(), worked_result());
    for (const char* choice : {"route loss: ", "route maps: ", "option-1: ", "option-2: ", "post-stock: ",
                               "reference level transitions: ", "linear: ", "pooled: ", "areas static: "})
        EXPECT_THAT(lines, Contains(StartsWith(choice)).Times(1)) << choice;
    EXPECT_EQ(lines.size(), 9U);
}

TEST(ChoiceLines, LeaveOutWhatHasNoPartInAnyReading) {
    AuditCase audit = worked_case();
    audit.references = {{"history-of-own-zone", HistoryRule{"", ReferencePeriod{LossYear{2014}, LossYear{2016}}}}};
    AuditResult results = worked_result();
    results.readings.resize(1, results.readings[0]);
    EXPECT_THAT(choice_lines(english(), audit, results),
                ElementsAre(StartsWith("route loss: "),
                            "reference level history-of-own-zone: what is expected is the mean of the past emissions "
                            "of the zone itself."));
}

TEST(ChoiceLines, ExplainTheDefaultReadingWhereNoZoneIsAProject) {
    AuditResult results = worked_result();
    results.readings.clear();
    EXPECT_THAT(choice_lines(english(), worked_case(), results), Contains(StartsWith("route loss: ")));
}

TEST(ChoiceLines, ExplainTheReferenceLevelsThatAreReadAlone) {
    AuditCase audit = worked_case();
    audit.references.push_back({"rate-of-territory", LossRate{0.01, RateBase::territory, "a report"}});
    AuditResult results = worked_result();
    EXPECT_THAT(choice_lines(english(), audit, results), Not(Contains(HasSubstr("rate-of-territory"))));
    results.readings[2].reading.reference = 1;
    EXPECT_THAT(choice_lines(english(), audit, results),
                Contains("reference level rate-of-territory: a flat share of the zone's whole area is expected to be "
                         "lost every year."));
}

TEST(ChoiceLines, ExplainNationalLevelsAndTheHistoryOfAnotherZone) {
    AuditCase audit = worked_case();
    audit.references = {{"national-by-carbon-stock", NationalLevel{TonnesCO2e::of(5.0), ShareKey::carbon_stock, 10.0,
                                                                   "", std::nullopt, "a report"}},
                        {"history-of-belt", HistoryRule{"belt", ReferencePeriod{LossYear{2014}, LossYear{2016}}}}};
    AuditResult results = worked_result();
    results.readings[2].reading.reference = 1;
    const auto lines = choice_lines(english(), audit, results);
    EXPECT_THAT(lines, Contains("reference level national-by-carbon-stock: the zone's part of the national reference "
                                "level, shared by carbon-stock, is expected every year."));
    EXPECT_THAT(lines, Contains("reference level history-of-belt: what is expected is the mean of the past emissions "
                                "of 'belt'."));
}

TEST(ChoiceLines, ExplainTheReportedRoute) {
    EXPECT_THAT(choice_lines(english(), tables_case(), tables_result()),
                Contains("route reported: loss and its forest types are those that the claim reports."));
}

}  // namespace
}  // namespace reddline::report
