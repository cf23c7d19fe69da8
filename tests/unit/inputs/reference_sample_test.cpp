#include "inputs/reference_sample.hpp"

#include <gmock/gmock.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

SampleEntry of_matrix() {
    SampleEntry entry;
    entry.areas = "areas.csv";
    entry.matrix = "matrix.csv";
    entry.source = "a report";
    return entry;
}

SampleEntry of_points(const std::string& stratum) {
    SampleEntry entry = of_matrix();
    entry.matrix.clear();
    entry.points = PointsEntry{};
    entry.points->file = "points.csv";
    entry.points->map = "mapped";
    entry.points->reference = "seen";
    entry.points->stratum = stratum;
    return entry;
}

std::string refusal(const SampleEntry& entry, const std::string& areas, const std::string& points) {
    return tests::error_line([&] { return make_reference_sample(entry, areas, points); });
}

TEST(ReferenceSampleOfTables, HasTheClassesOfTheMapAsStrataUnlessAnotherColumnIsNamed) {
    const std::string areas = "class,area_ha\nloss,1\n";
    const std::string points = "mapped,seen,old\nloss,loss,loss\n";
    EXPECT_EQ(make_reference_sample(of_matrix(), areas, "map,loss\nloss,3\n").kind, SampleStrata::map_classes);
    EXPECT_EQ(make_reference_sample(of_points(""), areas, points).kind, SampleStrata::map_classes);
    EXPECT_EQ(make_reference_sample(of_points("mapped"), areas, points).kind, SampleStrata::map_classes);
    EXPECT_EQ(make_reference_sample(of_points("old"), areas, points).kind, SampleStrata::other);
}

TEST(ReferenceSampleOfTables, RefusesAStratumWithoutPointsUnlessItHasNoArea) {
    EXPECT_THAT(refusal(of_matrix(), "class,area_ha\nloss,1\nwater,2\n", "map,loss\nloss,3\n"),
                HasSubstr("none in \"water\""));
    EXPECT_EQ(
        make_reference_sample(of_matrix(), "class,area_ha\nloss,1\nwater,0\n", "map,loss\nloss,3\n").strata.size(), 2U);
}

TEST(ReferenceSampleOfTables, RefusesMorePointsThanPixels) {
    EXPECT_THAT(refusal(of_matrix(), "class,area_ha,pixels\nloss,1,2\n", "map,loss\nloss,3\n"),
                HasSubstr("found 2 pixels and 3 points"));
}

TEST(ReferenceSampleOfTables, RefusesZonesBesideAMatrix) {
    EXPECT_THAT(refusal(of_matrix(), "class,area_ha,zone\nloss,1,north\n", "map,loss\nloss,3\n"),
                HasSubstr("no column zone beside a matrix"));
}

}  // namespace
}  // namespace reddline::inputs
