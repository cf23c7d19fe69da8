#include "report/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_case.hpp"

namespace reddline::report {
namespace {

using testing::IsEmpty;

TEST(ReadingText, NamesEveryChoiceOfTheReading) {
    EXPECT_EQ(
        reading_text(worked_case(), worked_reading(Route::loss, Arcs::option_1)),
        "route loss; strata types-2017; forest is canopy cover > 30 %; option-1; post-stock; reference level from "
        "transitions; linear; pooled; static areas");
}

TEST(ReadingText, LeavesOutChoicesThatMeanNothingThere) {
    Reading reading = worked_reading(Route::maps, Arcs::option_2);
    reading.reference = ReferenceKind::history;
    reading.post = PostStock::zero;
    EXPECT_EQ(reading_text(worked_case(), reading),
              "route maps; strata types-2017; option-2; zero; reference level from history");
    reading.reference.reset();
    reading.strata_map.reset();
    EXPECT_EQ(reading_text(worked_case(), reading), "route maps; no strata map; option-2; zero");
}

TEST(LabelText, IsEmptyForARealCaseWithPublishedFactors) {
    EXPECT_THAT(label_text(worked_case()), IsEmpty());
}

TEST(LabelText, JoinsTheAuditsLabelAndTheKindOfItsFactors) {
    AuditCase audit = worked_case();
    audit.label = "synthetic landscape";
    EXPECT_EQ(label_text(audit), "synthetic landscape");
    audit.factors->stocks["pine"].add({"total", TonnesCPerHa::of(1.0), {}, "demonstration value"});
    EXPECT_EQ(label_text(audit), "synthetic landscape; demonstration factors");
    audit.label.clear();
    EXPECT_EQ(label_text(audit), "demonstration factors");
}

TEST(LabelText, NamesDemonstrationRatesAndDeductions) {
    AuditCase audit = worked_case();
    audit.rate = LossRate{0.005, RateBase::forest, "Demonstration: invented"};
    EXPECT_EQ(label_text(audit), "demonstration rate");
    audit.deductions = {{"buffer", 0.2, "a standard, section 3"}, {"other", 0.1, "demonstration"}};
    EXPECT_EQ(label_text(audit), "demonstration rate; demonstration deduction");
    audit.rate = LossRate{0.005, RateBase::forest, "a national report"};
    EXPECT_EQ(label_text(audit), "demonstration deduction");
}

TEST(UsesTransitions, IsTrueForTheNationalMatrixAlone) {
    Reading reading;
    EXPECT_FALSE(uses_transitions(reading));
    reading.reference = ReferenceKind::rate_of_forest;
    EXPECT_FALSE(uses_transitions(reading));
    reading.reference = ReferenceKind::transitions;
    EXPECT_TRUE(uses_transitions(reading));
}

}  // namespace
}  // namespace reddline::report
