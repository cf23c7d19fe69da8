#include "report/estimate_text.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace reddline::report {
namespace {

using testing::HasSubstr;

ReferenceSample sample_of(SamplingDesign design) {
    ReferenceSample sample;
    sample.design = design;
    sample.source = "a report";
    sample.strata = {{"loss", "", Hectares::of(10), std::nullopt}, {"forest", "", Hectares::of(90), std::nullopt}};
    sample.points = {{0, "loss", "loss", "", 12}, {1, "forest", "loss", "", 8}};
    return sample;
}

/// Estimates of this many classes, the first with an interval below 0, the last without a standard error.
SampleEvidence evidence_of(std::size_t classes) {
    SampleEvidence evidence;
    evidence.sample = sample_of(SamplingDesign::stratified);
    evidence.estimates.accuracies.push_back({"", AccuracyMeasure::overall, "", {0.9, 0.05, EstimateGap::none}, 20});
    for (std::size_t i = 0; i < classes; ++i) {
        const std::string name = "class " + std::to_string(i);
        const Estimate area{100.0, i + 1 == classes ? std::nullopt : std::optional(i == 0 ? 60.0 : 10.0),
                            EstimateGap::none};
        evidence.estimates.classes.push_back(name);
        evidence.estimates.areas.push_back({"", name, Hectares::of(5), area, 1, true, true});
        for (const auto measure : {AccuracyMeasure::users, AccuracyMeasure::producers})
            evidence.estimates.accuracies.push_back({"", measure, name, {0.5, 0.1, EstimateGap::none}, 2});
    }
    return evidence;
}

TEST(SampleText, SaysHowPointsWereDrawn) {
    EXPECT_EQ(sample_text(sample_of(SamplingDesign::stratified)),
              "20 points in 2 strata, the classes of the map (Eq. 7), drawn at random within each.");
    EXPECT_THAT(sample_text(sample_of(SamplingDesign::simple)), HasSubstr("weighed by the strata afterwards"));
    EXPECT_THAT(sample_text(sample_of(SamplingDesign::systematic)), HasSubstr("an approximation"));
    ReferenceSample other = sample_of(SamplingDesign::stratified);
    other.kind = SampleStrata::other;
    other.subset = "sure = 'yes'";
    EXPECT_THAT(sample_text(other), HasSubstr("not the classes of the map (Eq. 8)"));
    EXPECT_THAT(sample_text(other), HasSubstr("Only points with sure = 'yes' were taken"));
}

TEST(EstimateText, NamesWhatIsToDoubt) {
    const std::string text = estimate_text("A title", evidence_of(3), "a label");
    EXPECT_THAT(text, HasSubstr("[a label]"));
    EXPECT_THAT(text, HasSubstr("Overall accuracy 0.9000 (0.0500)"));
    EXPECT_THAT(text, HasSubstr("reach below 0 stand as they are: class 0."));
    EXPECT_THAT(text, HasSubstr("No standard error: class 2;"));
}

TEST(EstimateText, FitsAScreenHoweverManyClassesThereAre) {
    const std::string text = estimate_text("A title", evidence_of(30), "");
    EXPECT_LT(std::ranges::count(text, '\n'), 40);
    EXPECT_THAT(text, HasSubstr("and 20 more in the tables"));
}

}  // namespace
}  // namespace reddline::report
