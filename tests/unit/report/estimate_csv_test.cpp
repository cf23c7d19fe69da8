#include "report/estimate_csv.hpp"

#include <gmock/gmock.h>

namespace reddline::report {
namespace {

/// One class of each kind of trouble.
SampleEvidence troubled() {
    SampleEvidence evidence;
    evidence.estimates.areas = {{"", "loss", Hectares::of(10), {20, 12, EstimateGap::none}, 3, true, true},
                                {"north", "gain", {}, {0, {}, EstimateGap::no_variation}, 0, true, false},
                                {"", "gone", Hectares{}, {{}, {}, EstimateGap::empty_stratum}, 2, false, true}};
    evidence.estimates.accuracies = {{"", AccuracyMeasure::overall, "", {0.9, 0.1, EstimateGap::none}, 30},
                                     {"", AccuracyMeasure::users, "gone", {{}, {}, EstimateGap::no_points}, 0}};
    evidence.estimates.matrix = {{"loss", "loss", 3, 0.25}};
    return evidence;
}

TEST(EstimatesCsv, HasMappedAndEstimatedAreaAndWhatToDoubt) {
    EXPECT_EQ(
        estimates_csv(troubled(), "a test"),
        "zone,class,points,mapped_area_ha,estimated_area_ha,standard_error_ha,ci95_low_ha,ci95_high_ha,flags,label\n"
        ",loss,3,10,20,12,-3.5199999999999996,43.519999999999996,below_zero,a test\n"
        "north,gain,0,,0,,,,no_variation only_in_map,a test\n"
        ",gone,2,0,,,,,empty_stratum only_in_reference,a test\n");
}

TEST(EstimatesCsv, FlagsEveryRowOfASampleThatIsToDoubt) {
    SampleEvidence evidence = troubled();
    evidence.sample.design = SamplingDesign::systematic;
    evidence.sample.subset = "sure = 'yes'";
    EXPECT_EQ(estimate_flags(evidence.sample, evidence.estimates.areas[0]), "below_zero approximate_error subset");
}

TEST(AccuracyCsv, KeepsAnIntervalAboveOne) {
    const std::string csv = accuracy_csv(troubled(), "");
    EXPECT_THAT(csv, testing::HasSubstr("\n,overall,,30,0.9,0.1,0.704,1.096,above_one,\n"));
    EXPECT_THAT(csv, testing::HasSubstr("\n,users,gone,0,,,,,no_points,\n"));
}

TEST(ErrorMatrixCsv, HasPointsAndShares) {
    EXPECT_EQ(error_matrix_csv(troubled(), ""),
              "map_class,reference_class,points,area_share,label\nloss,loss,3,0.25,\n");
}

}  // namespace
}  // namespace reddline::report
