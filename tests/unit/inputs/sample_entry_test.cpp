#include "inputs/sample_entry.hpp"

#include <gmock/gmock.h>

#include "support/thrown_error.hpp"
#include "unit/inputs/audit_text.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

const std::string matrix = "areas = \"a.csv\"\nmatrix = \"m.csv\"\nsource = \"a report\"\n";
const std::string design = "design = \"stratified\"\n";

AuditFile known_zones() {
    AuditFile known;
    known.zones.resize(1);
    known.zones[0].name = "project";
    return known;
}

/// Reads a [sample]; `lines` begin in line 2.
SampleEntry parse(const std::string& lines, const AuditFile& known = known_zones()) {
    return with_document("[sample]\n" + lines, [&](const TomlTable& root) { return read_sample(root, known).value(); });
}

std::string refusal(const std::string& lines, const AuditFile& known = known_zones()) {
    return tests::error_line([&] { return parse(lines, known); });
}

std::string points(const std::string& keys) {
    return "areas = \"a.csv\"\nsource = \"s\"\n" + design +
           "points = { file = \"p.csv\", map = \"m\", reference = \"r\"" + keys + " }\n";
}

TEST(SampleEntry, IsNothingWithoutItsSection) {
    EXPECT_FALSE(with_document("", [](const TomlTable& root) { return read_sample(root, AuditFile{}); }).has_value());
}

TEST(SampleEntry, ReadsAMatrixWithWhatTheRouteNeeds) {
    const SampleEntry entry = parse(matrix + design +
                                    "area_ha = 12.5\nzone = \"project\"\nfirst_year = 2015\nlast_year = 2016\n"
                                    "changes = \"c.csv\"\n");
    EXPECT_EQ(entry.areas, "a.csv");
    EXPECT_EQ(entry.matrix, "m.csv");
    EXPECT_FALSE(entry.points);
    EXPECT_EQ(entry.area, Hectares::of(12.5));
    EXPECT_EQ(entry.zone, "project");
    EXPECT_EQ(entry.years->count(), 2);
    EXPECT_EQ(entry.changes, "c.csv");
}

TEST(SampleEntry, ReadsTheColumnsOfPointsAndTheirCondition) {
    const SampleEntry entry = parse(points(", stratum = \"s\", zone = \"z\", where = \"sure = 'very much'\""));
    EXPECT_EQ(entry.points->stratum, "s");
    EXPECT_EQ(entry.points->zone, "z");
    EXPECT_EQ(entry.points->where->column, "sure");
    EXPECT_EQ(entry.points->where->value, "very much");
    EXPECT_EQ(entry.points->where->text, "sure = 'very much'");
}

TEST(SampleEntry, KnowsThreeDesignsAndRefusesTheOthersByName) {
    EXPECT_EQ(parse(matrix + "design = \"simple\"\n").design, SamplingDesign::simple);
    EXPECT_EQ(parse(matrix + "design = \"systematic\"\n").design, SamplingDesign::systematic);
    EXPECT_THAT(refusal(matrix + "design = \"two-phase\"\n"), HasSubstr("estimator of their own"));
    EXPECT_THAT(refusal(matrix + "design = \"cluster\"\n"), HasSubstr("standard errors of a cluster design"));
    EXPECT_THAT(refusal(matrix + "design = \"purposive\"\n"), HasSubstr("no valid area"));
    EXPECT_THAT(refusal(matrix + "design = \"convenience\"\n"), HasSubstr("draw a probability sample"));
    EXPECT_THAT(refusal(matrix + "design = \"quota\"\n"), HasSubstr("\"quota\""));
}

TEST(SampleEntry, RefusesConditionsThatAreMoreThanOneValue) {
    for (const char* const where : {"sure", "sure = high", "= 'x'", "sure = ''", "sure = 'a' or sure = 'b'"})
        EXPECT_THAT(refusal(points(std::string(", where = \"") + where + "\"")), HasSubstr("confidence = 'high'"));
}

TEST(SampleEntry, RefusesKeysThatDoNotGoTogether) {
    EXPECT_THAT(refusal(points(", x = \"lon\"")), HasSubstr("both of x and y"));
    EXPECT_THAT(refusal(points("") + "matrix = \"m.csv\"\n"), HasSubstr("found both"));
    EXPECT_THAT(refusal("areas = \"a.csv\"\nsource = \"s\"\n" + design), HasSubstr("found none"));
    EXPECT_THAT(refusal(matrix + design + "first_year = 2015\n"), HasSubstr("both of first_year and last_year"));
    EXPECT_THAT(refusal(matrix + design + "first_year = 2015\nlast_year = 2014\n"), HasSubstr("not before first_year"));
    EXPECT_THAT(refusal(matrix + design + "changes = \"c.csv\"\n"), HasSubstr("beside changes"));
    EXPECT_THAT(refusal(points(", zone = \"z\"") + "zone = \"project\"\n"), HasSubstr("points.zone"));
}

TEST(SampleEntry, KnowsTheZonesWhereTheFileHoldsAnAudit) {
    EXPECT_THAT(refusal(matrix + design + "zone = \"projekt\"\n"), HasSubstr("the nearest is \"project\""));
    EXPECT_EQ(parse(matrix + design + "zone = \"anything\"\n", AuditFile{}).zone, "anything");
}

}  // namespace
}  // namespace reddline::inputs
