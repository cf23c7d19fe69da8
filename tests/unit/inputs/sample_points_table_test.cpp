#include "inputs/sample_points_table.hpp"

#include <gmock/gmock.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

const std::vector<SampledStratum> strata{{"loss", "", Hectares::of(1), std::nullopt},
                                         {"forest", "", Hectares::of(9), std::nullopt}};

PointsEntry columns() {
    PointsEntry entry;
    entry.file = "points.csv";
    entry.map = "mapped";
    entry.reference = "seen";
    return entry;
}

std::string refusal(const std::string& text, const PointsEntry& entry,
                    const std::vector<SampledStratum>& known = strata) {
    return tests::error_line([&] { return parse_sample_points(text, entry, known); });
}

TEST(SamplePoints, AreCountedByWhatTheyAgreeIn) {
    const auto points =
        parse_sample_points("plot,mapped,seen\n1,loss,gain\n2,loss,gain\n3,forest,gain\n", columns(), strata);
    ASSERT_EQ(points.size(), 2U);
    EXPECT_EQ(points[0].mapped, "loss");
    EXPECT_EQ(points[0].points, 2);
    EXPECT_EQ(points[1].stratum, 1U);
}

TEST(SamplePoints, MayHaveStrataThatAreNotTheClassesOfTheMap) {
    PointsEntry entry = columns();
    entry.stratum = "old";
    const auto points = parse_sample_points("old,mapped,seen\nforest,gain,gain\n", entry, strata);
    EXPECT_EQ(points[0].stratum, 1U);
    EXPECT_EQ(points[0].mapped, "gain");
    EXPECT_THAT(refusal("old,mapped,seen\nforests,gain,gain\n", entry), HasSubstr("the nearest is \"forest\""));
}

TEST(SamplePoints, FindTheStratumOfTheirZoneWhereStrataAreCut) {
    PointsEntry entry = columns();
    entry.zone = "zone";
    const std::vector<SampledStratum> cut{{"loss", "north", Hectares::of(1), std::nullopt},
                                          {"loss", "south", Hectares::of(1), std::nullopt}};
    EXPECT_EQ(parse_sample_points("mapped,seen,zone\nloss,loss,south\n", entry, cut)[0].stratum, 1U);
    EXPECT_THAT(refusal("mapped,seen,zone\nloss,loss,west\n", entry, cut), HasSubstr("\"loss\" in \"west\""));
    EXPECT_THAT(refusal("mapped,seen\nloss,loss\n", columns(), cut), HasSubstr("the key zone"));
}

TEST(SamplePoints, AreLeftOutWhereTheyDoNotMeetTheCondition) {
    PointsEntry entry = columns();
    entry.where = PointsCondition{"sure", "yes", "sure = 'yes'"};
    EXPECT_EQ(parse_sample_points("mapped,seen,sure\nloss,loss,yes\nlost,,no\n", entry, strata).size(), 1U);
    EXPECT_THAT(refusal("mapped,seen,sure\nloss,loss,no\n", entry), HasSubstr("with sure = 'yes'"));
    EXPECT_THAT(refusal("mapped,seen,surely\nloss,loss,no\n", entry), HasSubstr("the nearest is \"surely\""));
}

TEST(SamplePoints, StandOnce) {
    PointsEntry entry = columns();
    entry.id = "id";
    EXPECT_THAT(refusal("id,mapped,seen\na,loss,loss\na,loss,gain\n", entry), HasSubstr("id \"a\" of points.csv:2"));
    entry.id.clear();
    entry.x = "x";
    entry.y = "y";
    EXPECT_THAT(refusal("x,y,mapped,seen\n1,2,loss,loss\n1.0,2,loss,loss\n", entry), HasSubstr("coordinates 1.0, 2"));
}

TEST(SamplePoints, HaveAClassOnBothSides) {
    EXPECT_THAT(refusal("mapped,seen\nloss,\n", columns()), HasSubstr("points.csv:2: seen"));
    EXPECT_THAT(refusal("mapped,seen\n,loss\n", columns()), HasSubstr("points.csv:2: mapped"));
    EXPECT_THAT(refusal("mapped,seen\n", columns()), HasSubstr("at least one point"));
}

}  // namespace
}  // namespace reddline::inputs
