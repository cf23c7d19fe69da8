#include "inputs/declared_area_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

TransitionTable transitions() {
    return {"matrix.csv", {{"evergreen", StratumKind::forest}, {"rubber", StratumKind::excluded}}, {}};
}

DeclaredZones parse(const std::string& lines) {
    return parse_declared_areas("zone,stratum,area_ha,role\n" + lines, "areas.csv", transitions());
}

std::string refusal(const std::string& lines) {
    return tests::error_line([&] { return parse(lines); });
}

TEST(DeclaredAreas, AddUpToTheAreaOfTheirZoneWithoutAnyPixel) {
    // 100.5 ha + 0.25 ha = 100.75 ha = 10,075,000,000 cm2.
    const DeclaredZones declared =
        parse("project,evergreen,100.5,\nbelt,evergreen,7,displacement_belt\nproject,rubber,0.25,project\n");
    ASSERT_EQ(declared.zones.size(), 2U);
    EXPECT_EQ(declared.zones[0].zone, (Zone{"project", ZoneRole::project, "project", ""}));
    EXPECT_EQ(declared.zones[0].inside.area_cm2, 10'075'000'000);
    EXPECT_EQ(declared.zones[0].inside.pixels, 0);
    EXPECT_EQ(declared.zones[0].outside_pixels, 0);
    EXPECT_EQ(declared.zones[1].zone.role, ZoneRole::displacement_belt);
    EXPECT_EQ(declared.zones[1].inside.area_cm2, 700'000'000);
    ASSERT_EQ(declared.areas.size(), 3U);
    EXPECT_EQ(declared.areas[1].zone, 0U);  // in the order of the zones, whatever that of the lines
    EXPECT_EQ(declared.areas[1].stratum, "rubber");
    EXPECT_EQ(declared.areas[1].area, Hectares::of(0.25));
    EXPECT_EQ(declared.areas[2].zone, 1U);
}

TEST(DeclaredAreas, AreOfAProjectWithoutAColumnForTheRole) {
    const DeclaredZones declared =
        parse_declared_areas("zone,stratum,area_ha\np,evergreen,1\nq,evergreen,2\n", "areas.csv", transitions());
    EXPECT_EQ(declared.zones[0].zone.role, ZoneRole::project);
    EXPECT_EQ(declared.zones[1].zone.role, ZoneRole::project);
}

TEST(DeclaredAreas, StopsAtAStratumThatTheNationalClassesDoNotList) {
    EXPECT_THAT(
        refusal("project,evergren,1,\n"),
        HasSubstr("table_malformed: areas.csv:2: stratum: expected a stratum of the national matrix (the nearest "
                  "is \"evergreen\"), found \"evergren\";"));
}

TEST(DeclaredAreas, StopsAtANegativeAreaAndAtMoreThanTheEarthHas) {
    EXPECT_THAT(refusal("project,evergreen,-1,\n"),
                HasSubstr("areas.csv:2: area_ha: expected an area of at least 0 ha, found \"-1\";"));
    EXPECT_THAT(refusal("project,evergreen,5e10,\nproject,rubber,2e9,\n"),
                HasSubstr("table_malformed: areas.csv: expected areas in ha, found more than the Earth has in the zone "
                          "\"project\";"));
    EXPECT_NO_THROW(static_cast<void>(parse("project,evergreen,51006562172,\n")));
}

TEST(DeclaredAreas, StopsAtAZoneAndStratumGivenTwice) {
    EXPECT_THAT(
        refusal("project,evergreen,1,\nproject,evergreen,2,\n"),
        HasSubstr("areas.csv:3: expected every zone and stratum once, found \"project\", \"evergreen\" again;"));
}

TEST(DeclaredAreas, StopsAtAnUnknownRoleAndAtAZoneOfTwoRoles) {
    EXPECT_THAT(
        refusal("project,evergreen,1,donr\n"),
        HasSubstr("areas.csv:2: role: expected one of project, displacement_belt, reference_region, jurisdiction, "
                  "donor, other (the nearest is donor), found \"donr\";"));
    EXPECT_THAT(
        refusal("z,evergreen,1,other\nz,rubber,1,\n"),
        HasSubstr("areas.csv:3: expected one role for the zone \"z\", found other and project; give it the same "
                  "in every line"));
}

TEST(DeclaredAreas, StopsAtABeltBesideSeveralProjects) {
    EXPECT_THAT(refusal("p,evergreen,1,\nq,evergreen,1,\nb,evergreen,1,displacement_belt\n"),
                HasSubstr("table_malformed: areas.csv: expected one zone of role project beside a displacement_belt, "
                          "found 2;"));
}

TEST(DeclaredAreas, StopsWithoutAZoneOrALine) {
    EXPECT_THAT(refusal(",evergreen,1,\n"), HasSubstr("areas.csv:2: zone: expected a text, found nothing;"));
    EXPECT_THAT(refusal(""), HasSubstr("table_malformed: areas.csv: expected at least one line"));
}

}  // namespace
}  // namespace reddline::inputs
