#include "inputs/national_entry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/inputs/audit_text.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Reads a table [national] of a level of 900 t per year; `lines` begin in line 4.
std::vector<NationalLevel> parse(const std::string& lines) {
    AuditFile known;
    known.zones.resize(2);
    known.zones[0].name = "nation";
    known.zones[1].name = "reference";
    return with_document("[national]\nvalue_tCO2e_per_year = 900\nsource = \"FRL\"\n" + lines,
                         [&](const TomlTable& root) { return read_national(root.at("national").table(), known); });
}

std::string refusal(const std::string& lines) {
    return tests::error_line([&] { return parse(lines); });
}

std::vector<ShareKey> keys(const std::string& lines) {
    std::vector<ShareKey> all;
    for (const NationalLevel& level : parse(lines))
        all.push_back(level.key);
    return all;
}

constexpr auto past = "history = { zone = \"reference\", start = 2006, end = 2014 }\n";

TEST(NationalEntry, SharesByEveryKeyWhoseTotalIsGiven) {
    const auto levels = parse("stock_change_tCO2e_per_year = 70\nforest_area_ha = 8518173\n" + std::string(past));
    ASSERT_EQ(levels.size(), 2U);
    EXPECT_EQ(levels[0].per_year, TonnesCO2e::of(900.0));
    EXPECT_EQ(levels[0].source, "FRL");
    EXPECT_EQ(levels[0].key, ShareKey::forest_area);
    EXPECT_EQ(levels[0].total, 8518173.0);
    EXPECT_FALSE(levels[0].history.has_value());
    EXPECT_EQ(levels[1].key, ShareKey::past_stock_change);
    EXPECT_EQ(levels[1].total, 70.0);
    EXPECT_EQ(levels[1].history->zone, "reference");
}

TEST(NationalEntry, SharesByTheNamedKeysInTheirOrder) {
    const std::string totals = "forest_area_ha = 5\ncarbon_stock_tC = 7\n";
    EXPECT_THAT(keys(totals + "share = [\"carbon-stock\", \"forest-area\"]\n"),
                ElementsAre(ShareKey::carbon_stock, ShareKey::forest_area));
    EXPECT_THAT(keys(totals + "share = \"carbon-stock\"\n"), ElementsAre(ShareKey::carbon_stock));
    EXPECT_THAT(keys("area_change_ha_per_year = 3\nshare = \"past-area-change\"\n" + std::string(past)),
                ElementsAre(ShareKey::past_area_change));
}

TEST(NationalEntry, SharesByEveryKeyWhereTheNationIsAZone) {
    const auto levels = parse("jurisdiction = \"nation\"\ncarbon_stock_tC = 7\n" + std::string(past));
    ASSERT_EQ(levels.size(), 4U);
    EXPECT_EQ(levels[0].jurisdiction, "nation");
    EXPECT_FALSE(levels[0].total.has_value());
    // A total that is given needs no zone.
    EXPECT_EQ(levels[1].jurisdiction, "");
    EXPECT_EQ(levels[1].total, 7.0);
    EXPECT_EQ(levels[2].key, ShareKey::past_area_change);
    EXPECT_EQ(levels[2].history->period.years(), 9);
    EXPECT_EQ(levels[3].key, ShareKey::past_stock_change);
}

TEST(NationalEntry, StopsWithoutATotalOrAJurisdiction) {
    EXPECT_THAT(refusal(""),
                HasSubstr("audit_file: audit.toml:1:1: expected in reference_level.national a total of the "
                          "nation (forest_area_ha, carbon_stock_tC, area_change_ha_per_year, "
                          "stock_change_tCO2e_per_year) or a jurisdiction, found none;"));
    EXPECT_THAT(refusal("share = \"carbon-stock\"\nforest_area_ha = 5\n"),
                HasSubstr("audit.toml:1:1: expected in reference_level.national, to share by \"carbon-stock\", the key "
                          "\"carbon_stock_tC\" or a jurisdiction, found neither;"));
}

TEST(NationalEntry, StopsAtPastChangeWithoutAHistory) {
    EXPECT_THAT(refusal("area_change_ha_per_year = 3\n"),
                HasSubstr("audit.toml:1:1: expected in reference_level.national, to share by \"past-area-change\", the "
                          "key \"history\", found none; add it, or name in \"share\""));
    EXPECT_THAT(refusal("jurisdiction = \"nation\"\n"),
                HasSubstr("to share by \"past-area-change\", the key \"history\""));
}

TEST(NationalEntry, StopsAtAnUnknownKeyOfTheShareOrOneGivenTwice) {
    EXPECT_THAT(
        refusal("share = [\"forest-area\", \"forest-stock\"]\nforest_area_ha = 5\n"),
        HasSubstr("audit.toml:4:25: national.share: expected one of \"forest-area\", \"carbon-stock\", "
                  "\"past-area-change\", \"past-stock-change\", found the text \"forest-stock\"; the nearest is "));
    EXPECT_THAT(refusal("share = [\"forest-area\", \"forest-area\"]\nforest_area_ha = 5\n"),
                HasSubstr("audit.toml:4:25: national.share: expected every key once, found the text \"forest-area\";"));
}

TEST(NationalEntry, StopsAtALevelOrATotalThatIsNotAboveZero) {
    EXPECT_THAT(refusal("forest_area_ha = 0\n"),
                HasSubstr("audit.toml:4:18: national.forest_area_ha: expected a number above 0, found 0;"));
    EXPECT_THAT(refusal("carbon_stock_tC = -1\n"),
                HasSubstr("national.carbon_stock_tC: expected a number of at least 0, found -1;"));
    EXPECT_THAT(tests::error_line([] {
                    return with_document("[n]\nvalue_tCO2e_per_year = 0\nsource = \"s\"\n", [](const TomlTable& root) {
                        return read_national(root.at("n").table(), AuditFile{});
                    });
                }),
                HasSubstr("audit.toml:2:24: n.value_tCO2e_per_year: expected a number above 0, found 0;"));
}

TEST(NationalEntry, StopsAtAnUnknownJurisdiction) {
    EXPECT_THAT(refusal("jurisdiction = \"nationn\"\n"),
                HasSubstr("audit.toml:4:16: national.jurisdiction: expected the name of a zone, found the text "
                          "\"nationn\"; the nearest is \"nation\""));
}

TEST(NationalEntry, StopsAtAnUnknownKey) {
    EXPECT_THAT(
        refusal("forest_ha = 5\n"),
        HasSubstr("audit.toml:4:1: expected a known key in national, found \"forest_ha\"; the nearest known one "
                  "is \"forest_area_ha\""));
    EXPECT_THAT(refusal("forest_area_ha = 5\nhistory = { start = 2006, end = 2014, name = \"h\" }\n"),
                HasSubstr("audit.toml:5:39: expected a known key in national.history, found \"name\""));
}

}  // namespace
}  // namespace reddline::inputs
