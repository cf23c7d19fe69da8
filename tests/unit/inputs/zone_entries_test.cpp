#include "inputs/zone_entries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/inputs/audit_text.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

std::vector<ZoneEntry> parse(std::string_view text) {
    return with_document(text, read_zone_entries);
}

std::string refusal(std::string_view text) {
    return tests::error_line([&] { return parse(text); });
}

/// Four lines: an entry with a name and a role.
std::string zone(const std::string& name, const std::string& role) {
    return "[[zones]]\nname = \"" + name + "\"\nrole = \"" + role + "\"\nsource = \"z.gpkg\"\n";
}

TEST(ZoneEntries, ReadsAnEntryWithEveryKey) {
    const auto zones = parse(
        "[[zones]]\nname = \"belt\"\nrole = \"displacement_belt\"\nsource = \"z.gpkg\"\nlayer = \"zones\"\n"
        "where = \"name = 'belt'\"\nsplit_by = \"district\"\nproject = \"p\"\n" +
        zone("p", "project"));
    ASSERT_EQ(zones.size(), 2U);
    EXPECT_EQ(zones[0].name, "belt");
    EXPECT_EQ(zones[0].role, ZoneRole::displacement_belt);
    EXPECT_EQ(zones[0].source, "z.gpkg");
    EXPECT_EQ(zones[0].layer, "zones");
    EXPECT_EQ(zones[0].where, "name = 'belt'");
    EXPECT_EQ(zones[0].split_by, "district");
    EXPECT_EQ(zones[0].project, "p");
    EXPECT_EQ(zones[1].role, ZoneRole::project);
}

TEST(ZoneEntries, ReadsEveryRole) {
    for (const auto role : {ZoneRole::project, ZoneRole::displacement_belt, ZoneRole::reference_region,
                            ZoneRole::jurisdiction, ZoneRole::donor, ZoneRole::other}) {
        EXPECT_EQ(parse(zone("z", std::string(to_string(role))))[0].role, role);
    }
}

TEST(ZoneEntries, NeedNoProjectWhereThereIsOnlyOne) {
    EXPECT_EQ(parse(zone("p", "project") + zone("b", "displacement_belt"))[1].project, "");
}

TEST(ZoneEntries, TakeTheProjectOfASplitEntryByItsValue) {
    const auto zones = parse("[[zones]]\nname = \"p\"\nrole = \"project\"\nsource = \"z.gpkg\"\nsplit_by = \"id\"\n" +
                             zone("b", "displacement_belt") + "project = \"p/7\"\n");
    EXPECT_EQ(zones[1].project, "p/7");
}

TEST(ZoneEntries, StopsAtABeltOfAnUnknownProjectAndNamesTheNearest) {
    EXPECT_THAT(
        refusal(zone("prey lang", "project") + zone("b", "displacement_belt") + "project = \"preylang\"\n"),
        HasSubstr("audit_file: audit.toml:9:11: zones.project: expected the name of a zone of role project, found "
                  "the text \"preylang\"; the nearest is \"prey lang\""));
}

TEST(ZoneEntries, StopsAtABeltOfAZoneThatIsNoProject) {
    EXPECT_THAT(refusal(zone("r", "reference_region") + zone("b", "displacement_belt") + "project = \"r\"\n"),
                HasSubstr("audit.toml:9:11: zones.project: expected the name of a zone of role project, found the text "
                          "\"r\"; add it under [[zones]]"));
}

TEST(ZoneEntries, StopsAtABeltOfAWholeSplitEntry) {
    EXPECT_THAT(
        refusal("[[zones]]\nname = \"p\"\nrole = \"project\"\nsource = \"z.gpkg\"\nsplit_by = \"id\"\n" +
                zone("b", "displacement_belt") + "project = \"p\"\n"),
        HasSubstr("audit.toml:10:11: zones.project: expected the name of a zone of role project, found the text "
                  "\"p\"; the nearest is \"p/<id>\""));
}

TEST(ZoneEntries, StopsAtABeltThatDoesNotSayToWhichOfTwoProjectsItBelongs) {
    EXPECT_THAT(refusal(zone("p", "project") + zone("q", "project") + zone("b", "displacement_belt")),
                HasSubstr("audit.toml:9:1: expected the key \"project\" in the belt \"b\" because there are several "
                          "projects, found none;"));
}

TEST(ZoneEntries, StopsAtAProjectOfAZoneThatIsNoBelt) {
    EXPECT_THAT(refusal(zone("p", "project") + zone("r", "reference_region") + "project = \"p\"\n"),
                HasSubstr("audit.toml:9:11: zones.project: expected no project but on a displacement_belt"));
}

TEST(ZoneEntries, StopsAtAnUnknownRole) {
    EXPECT_THAT(refusal(zone("b", "displacement-belt")),
                HasSubstr("audit.toml:3:8: zones.role: expected one of \"project\", \"displacement_belt\", "
                          "\"reference_region\", \"jurisdiction\", \"donor\", \"other\", found the text "
                          "\"displacement-belt\"; the nearest is \"displacement_belt\""));
}

TEST(ZoneEntries, StopsAtANameGivenTwice) {
    EXPECT_THAT(refusal(zone("p", "project") + zone("p", "other")),
                HasSubstr("audit.toml:6:8: zones.name: expected a name that no entry before it has, found "
                          "the text \"p\";"));
}

TEST(ZoneEntries, StopsAtAnEmptyName) {
    EXPECT_THAT(refusal(zone("", "project")),
                HasSubstr("audit.toml:2:8: zones.name: expected a text that is not empty"));
}

TEST(ZoneEntries, StopsAtAnUnknownKeyAndNamesTheNearest) {
    EXPECT_THAT(refusal(zone("p", "project") + "splitby = \"id\"\n"),
                HasSubstr("audit.toml:5:1: expected a known key in zones, found \"splitby\"; the nearest known one is "
                          "\"split_by\", all are name, role, source, layer, where, split_by, project"));
}

TEST(ZoneEntries, StopsWithoutASource) {
    EXPECT_THAT(refusal("[[zones]]\nname = \"p\"\nrole = \"project\"\n"),
                HasSubstr("audit.toml:1:1: expected the key \"source\" in zones, found none; add it"));
}

}  // namespace
}  // namespace reddline::inputs
