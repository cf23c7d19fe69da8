#include "inputs/claim_entry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/inputs/audit_text.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

/// A project, a belt and a strata map.
AuditFile known_entries() {
    AuditFile known;
    known.zones.resize(2);
    known.zones[0].name = "project";
    known.zones[0].role = ZoneRole::project;
    known.zones[1].name = "belt";
    known.zones[1].role = ZoneRole::displacement_belt;
    known.strata.resize(1);
    known.strata[0].name = "strata-2017";
    return known;
}

/// Reads a [claim] with a source; `lines` begin in line 3.
ClaimEntry parse(const std::string& lines, const AuditFile& known = known_entries()) {
    return with_document("[claim]\nsource = \"press release\"\n" + lines,
                         [&](const TomlTable& root) { return read_claim(root, known).value(); });
}

std::string refusal(const std::string& lines, const AuditFile& known = known_entries()) {
    return tests::error_line([&] { return parse(lines, known); });
}

TEST(ClaimEntry, IsNothingWithoutItsSection) {
    EXPECT_FALSE(
        with_document("", [](const TomlTable& root) { return read_claim(root, known_entries()); }).has_value());
}

TEST(ClaimEntry, NeedsOnlyASource) {
    const ClaimEntry entry = parse("");
    EXPECT_EQ(entry.claim.source, "press release");
    EXPECT_EQ(entry.claim.zone, "");
    EXPECT_TRUE(entry.claim.items.empty());
    EXPECT_EQ(entry.claim.reported_years, ReportedYears::period);
    EXPECT_EQ(entry.claim.strata_map, "");
    EXPECT_FALSE(entry.claim.area.has_value());
    EXPECT_FALSE(entry.claim.lost_area.has_value());
    EXPECT_EQ(entry.losses, "");
    EXPECT_EQ(entry.items, "");
    EXPECT_THAT(tests::error_line([] {
                    return with_document("[claim]\ncredits = 1\n",
                                         [](const TomlTable& root) { return read_claim(root, known_entries()); });
                }),
                HasSubstr("audit.toml:1:1: expected the key \"source\" in claim, found none; add it"));
}

TEST(ClaimEntry, ReadsEveryKey) {
    const ClaimEntry entry = parse(
        "credits = 600000\nlosses = \"losses.csv\"\nitems = \"items.csv\"\nzone = \"project\"\nstrata = "
        "\"strata-2017\"\n"
        "years = \"calendar\"\narea_ha = 1234.5\nlost_area_ha = 4000\n");
    EXPECT_EQ(entry.claim.amount(ClaimItem::credits), TonnesCO2e::of(600000.0));
    EXPECT_EQ(entry.losses, "losses.csv");
    EXPECT_EQ(entry.items, "items.csv");
    EXPECT_EQ(entry.claim.zone, "project");
    EXPECT_EQ(entry.claim.strata_map, "strata-2017");
    EXPECT_EQ(entry.claim.reported_years, ReportedYears::calendar);
    EXPECT_EQ(entry.claim.area, Hectares::of(1234.5));
    EXPECT_EQ(entry.claim.lost_area, Hectares::of(4000.0));
    EXPECT_EQ(parse("years = \"period\"\n").claim.reported_years, ReportedYears::period);
}

TEST(ClaimEntry, StopsAtAZoneThatIsUnknownOrNoProject) {
    EXPECT_THAT(
        refusal("zone = \"projct\"\n"),
        HasSubstr("audit_file: audit.toml:3:8: claim.zone: expected the name of a zone of role project, found the "
                  "text \"projct\"; the nearest is \"project\""));
    EXPECT_THAT(refusal("zone = \"belt\"\n"), HasSubstr("claim.zone: expected the name of a zone of role project"));
}

TEST(ClaimEntry, StopsAtStrataThatAreNoMap) {
    EXPECT_THAT(refusal("strata = \"strata-2018\"\n"),
                HasSubstr("audit.toml:3:10: claim.strata: expected the name of a strata map, found the text "
                          "\"strata-2018\"; the nearest is \"strata-2017\""));
    EXPECT_THAT(
        refusal("strata = \"strata-2017\"\n", AuditFile{}),
        HasSubstr("claim.strata: expected the name of a strata map, found the text \"strata-2017\"; there is none, "
                  "so remove the key"));
}

TEST(ClaimEntry, StopsAtNegativeAmounts) {
    for (const std::string key : {"credits", "area_ha", "lost_area_ha"}) {
        EXPECT_THAT(refusal(key + " = -1\n"),
                    HasSubstr("claim." + key + ": expected a number of at least 0, found -1;"));
    }
}

TEST(ClaimEntry, StopsAtYearsOfAnotherKindAndAtAnUnknownKey) {
    EXPECT_THAT(
        refusal("years = \"calender\"\n"),
        HasSubstr("claim.years: expected one of \"period\", \"calendar\", found the text \"calender\"; the nearest "
                  "is \"calendar\""));
    EXPECT_THAT(refusal("credit = 1\n"),
                HasSubstr("audit.toml:3:1: expected a known key in claim, found \"credit\"; the nearest known one is "
                          "\"credits\""));
}

}  // namespace
}  // namespace reddline::inputs
