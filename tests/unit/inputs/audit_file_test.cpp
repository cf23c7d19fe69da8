#include "inputs/audit_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using namespace std::chrono_literals;

// Lines 1-5; what a test adds begins in line 6.
constexpr std::string_view least = "schema = 1\ntitle = \"t\"\n[forest]\ncanopy_pct = 30\ncanopy_rule = \"greater\"\n";
// Lines 6-11 when it follows `least`.
constexpr std::string_view loss =
    "[loss]\nlossyear = [\"l.tif\"]\ntreecover2000 = [\"t.tif\"]\nrelease = \"r\"\nfirst_year = "
    "2001\nlast_year = 2020\n";

AuditFile parse(const std::string& text) {
    return parse_audit_file(text, "audit.toml");
}

AuditFile parse_after_least(const std::string& text) {
    return parse(std::string(least) + text);
}

std::string refusal(const std::string& text) {
    return tests::error_line([&] { return parse(text); });
}

std::string refusal_after_least(const std::string& text) {
    return refusal(std::string(least) + text);
}

TEST(AuditFile, NeedsOnlySchemaAndTitleWithoutALossProduct) {
    const AuditFile audit = parse("schema = 1\ntitle = \"t\"\n");
    EXPECT_EQ(audit.title, "t");
    EXPECT_EQ(audit.areas, "");
    EXPECT_FALSE(audit.claim.has_value());
    EXPECT_TRUE(audit.limits.empty());
}

TEST(AuditFile, NeedsNothingElseBesideAForest) {
    const AuditFile audit = parse_after_least("");
    EXPECT_EQ(audit.title, "t");
    EXPECT_EQ(audit.label, "");
    EXPECT_FALSE(audit.loss.has_value());
    EXPECT_EQ(audit.forest.canopy_pct, 30.0);
    EXPECT_EQ(audit.forest.canopy_rule, CanopyRule::greater);
    EXPECT_EQ(audit.forest.min_area_ha, 0.0);
    EXPECT_EQ(audit.forest.neighbours, PatchNeighbours::eight);
    EXPECT_TRUE(audit.canopy_sweep.empty());
    EXPECT_TRUE(audit.strata.empty());
    EXPECT_TRUE(audit.zones.empty());
    EXPECT_TRUE(audit.factors.empty());
    EXPECT_FALSE(audit.reference_level.has_value());
    EXPECT_FALSE(audit.monitoring.has_value());
    EXPECT_TRUE(audit.deductions.empty());
}

TEST(AuditFile, ReadsEverySection) {
    const AuditFile audit = parse(R"(
schema = 1
title  = "A landscape"
label  = "synthetic landscape"
[loss]
lossyear      = ["gfc/*lossyear*.tif", "more.tif"]
treecover2000 = "gfc/*treecover2000*.tif"
datamask      = ["gfc/*datamask*.tif"]
release       = "GFC-2020-v1.8"
first_year    = 2001
last_year     = 2020
[forest]
canopy_pct   = 10.5
canopy_rule  = "at-least"
canopy_sweep = [10, 15.5, 100]
min_area_ha  = 0.5
connectivity = 4
[[strata]]
name   = "m"
raster = "m.tif"
year   = 2015
legend = "legend.csv"
role   = "baseline"
[[zones]]
name   = "project"
role   = "project"
source = "zones.gpkg"
[carbon]
factors = "carbon.csv"
[reference_level]
transitions = "transitions.csv"
[monitoring]
start = 2018-03-12
end   = 2020-12-31
[deductions]
reversal = { fraction = 0.1, source = "guideline 7" }
buffer   = { fraction = 0, source = "guideline 8" }
[claim]
credits = 600000
source  = "press release"
[readings]
arcs = ["option-2"]
)");
    EXPECT_EQ(audit.label, "synthetic landscape");
    ASSERT_TRUE(audit.loss.has_value());
    EXPECT_THAT(audit.loss->lossyear, ElementsAre("gfc/*lossyear*.tif", "more.tif"));
    EXPECT_THAT(audit.loss->treecover2000, ElementsAre("gfc/*treecover2000*.tif"));
    EXPECT_THAT(audit.loss->datamask, ElementsAre("gfc/*datamask*.tif"));
    EXPECT_EQ(audit.loss->release, "GFC-2020-v1.8");
    EXPECT_EQ(audit.loss->codes.last_code(), 20);
    EXPECT_EQ(audit.forest.canopy_pct, 10.5);
    EXPECT_EQ(audit.forest.canopy_rule, CanopyRule::at_least);
    EXPECT_THAT(audit.canopy_sweep, ElementsAre(10.0, 15.5, 100.0));
    EXPECT_EQ(audit.forest.min_area_ha, 0.5);
    EXPECT_EQ(audit.forest.neighbours, PatchNeighbours::four);
    ASSERT_EQ(audit.strata.size(), 1U);
    EXPECT_EQ(audit.strata[0].name, "m");
    ASSERT_EQ(audit.zones.size(), 1U);
    EXPECT_EQ(audit.zones[0].name, "project");
    EXPECT_THAT(audit.factors, ElementsAre("carbon.csv"));
    EXPECT_EQ(audit.reference_level->transitions, "transitions.csv");
    EXPECT_EQ(audit.monitoring->start(), 2018y / 3 / 12);
    EXPECT_EQ(audit.monitoring->end(), 2020y / 12 / 31);
    ASSERT_EQ(audit.deductions.size(), 2U);
    EXPECT_EQ(audit.deductions[0].name, "reversal");
    EXPECT_EQ(audit.deductions[0].fraction, 0.1);
    EXPECT_EQ(audit.deductions[0].source, "guideline 7");
    EXPECT_EQ(audit.deductions[1].name, "buffer");
    EXPECT_EQ(audit.claim->claim.amount(ClaimItem::credits), TonnesCO2e::of(600000.0));
    ASSERT_EQ(audit.limits.at(Choice::arcs).size(), 1U);
    EXPECT_EQ(audit.limits.at(Choice::arcs)[0].text, "option-2");
}

TEST(AuditFile, TakesSeveralFactorSetsWithTheDefaultFirst) {
    EXPECT_THAT(parse_after_least("[carbon]\nfactors = [\"c/2000.csv\", \"1998.csv\"]\n").factors,
                ElementsAre("c/2000.csv", "1998.csv"));
}

TEST(AuditFile, StopsAtTwoFactorSetsOfOneFileName) {
    EXPECT_EQ(
        refusal_after_least("[carbon]\nfactors = [\"a/carbon.csv\", \"b/carbon.csv\"]\n"),
        "audit_file: audit.toml:6:1: expected factor sets with file names of their own, found \"carbon.csv\" again; "
        "rename one of the files, because the name stands for the set in every table");
}

TEST(AuditFile, ReadsTheAreasOfAnAuditOfTablesAloneWithOrWithoutAForest) {
    EXPECT_EQ(parse("schema = 1\ntitle = \"t\"\n[project]\nareas = \"areas.csv\"\n").areas, "areas.csv");
    EXPECT_EQ(parse_after_least("[project]\nareas = \"areas.csv\"\n").areas, "areas.csv");
}

TEST(AuditFile, TakesTheZonesOfAnAuditOfTablesAloneAsTheyAreNamed) {
    const AuditFile audit = parse(
        "schema = 1\ntitle = \"t\"\n[project]\nareas = \"areas.csv\"\n[reference_level]\nhistory = { zone = "
        "\"anywhere\", start = 1990, end = 1999 }\n[claim]\nzone = \"somewhere\"\nsource = \"s\"\n");
    EXPECT_EQ(audit.reference_level->sources[0].history()->zone, "anywhere");
    EXPECT_EQ(audit.claim->claim.zone, "somewhere");
}

TEST(AuditFile, StopsAtBrokenToml) {
    EXPECT_THAT(refusal("schema = 1\ntitle = \"open\n"), HasSubstr("audit_file: audit.toml:2:"));
}

TEST(AuditFile, StopsAtAnotherSchemaBeforeAnythingElse) {
    EXPECT_EQ(refusal("schema = 2\nnew_key = 1\n"),
              "audit_file: audit.toml:1:10: schema: expected 1, found 2; this program reads files of schema 1");
    EXPECT_THAT(refusal("schema = \"1\"\n"), HasSubstr("audit.toml:1:10: schema: expected a whole number"));
}

TEST(AuditFile, StopsWithoutASchemaATitleOrTheForestOfALossProduct) {
    EXPECT_THAT(refusal("title = \"t\"\n[forest]\n"),
                HasSubstr("audit.toml:1:1: expected the key \"schema\" at the top of the file, found none; add it"));
    EXPECT_THAT(refusal("schema = 1\n[forest]\n"), HasSubstr("audit.toml:1:1: expected the key \"title\""));
    EXPECT_THAT(refusal("schema = 1\ntitle = \"t\"\n" + std::string(loss)),
                HasSubstr("audit.toml:1:1: expected the key \"forest\""));
    EXPECT_THAT(refusal(""), HasSubstr("audit.toml:1:1: expected the key \"schema\""));
}

TEST(AuditFile, StopsAtAnEmptyTitle) {
    EXPECT_THAT(refusal("schema = 1\ntitle = \"\"\n[forest]\ncanopy_pct = 30\ncanopy_rule = \"greater\"\n"),
                HasSubstr("audit.toml:2:9: title: expected a text that is not empty"));
}

TEST(AuditFile, StopsAtAnUnknownTableAndNamesTheNearest) {
    EXPECT_EQ(refusal_after_least("[monitorng]\nstart = 2018-03-12\n"),
              "audit_file: audit.toml:6:2: expected a known key at the top of the file, found \"monitorng\"; "
              "the nearest known "
              "one is \"monitoring\", all are schema, title, forest, label, loss, strata, zones, carbon, "
              "reference_level, "
              "monitoring, deductions, claim, project, readings, biomass, sample_design, sample, uncertainty, buffer");
}

TEST(AuditFile, StopsAtAnUnknownKeyOfEverySection) {
    EXPECT_THAT(
        refusal("schema = 1\ntitle = \"t\"\n[forest]\ncanopy_pc = 30\n"),
        HasSubstr("audit.toml:4:1: expected a known key in forest, found \"canopy_pc\"; the nearest known one is "
                  "\"canopy_pct\", all are canopy_pct, canopy_rule, canopy_sweep, min_area_ha, connectivity"));
    EXPECT_THAT(refusal_after_least(std::string(loss) + "lastyear = 2020\n"),
                HasSubstr("audit.toml:12:1: expected a known key in loss, found \"lastyear\"; the nearest known one is "
                          "\"last_year\", all are lossyear, treecover2000, release, first_year, last_year, datamask"));
    EXPECT_THAT(refusal_after_least("[carbon]\nfactor = \"c.csv\"\n"),
                HasSubstr("audit.toml:7:1: expected a known key in carbon, found \"factor\"; the nearest known one is "
                          "\"factors\", all are factors"));
    EXPECT_THAT(refusal_after_least("[project]\narea = \"a.csv\"\n"),
                HasSubstr("audit.toml:7:1: expected a known key in project, found \"area\"; the nearest known one is "
                          "\"areas\", all are areas"));
    EXPECT_THAT(refusal_after_least("[monitoring]\nstop = 2020-12-31\n"),
                HasSubstr("audit.toml:7:1: expected a known key in monitoring, found \"stop\""));
    EXPECT_THAT(refusal_after_least("[deductions]\nreversal = { share = 0.1, source = \"s\" }\n"),
                HasSubstr("audit.toml:7:14: expected a known key in deductions.reversal, found \"share\""));
}

TEST(AuditFile, StopsWithoutARequiredKeyOfEverySection) {
    EXPECT_THAT(refusal("schema = 1\ntitle = \"t\"\n[forest]\ncanopy_pct = 30\n"),
                HasSubstr("audit.toml:3:1: expected the key \"canopy_rule\" in forest, found none; add it"));
    EXPECT_THAT(refusal_after_least("[loss]\nlossyear = \"l.tif\"\n"),
                HasSubstr("audit.toml:6:1: expected the key \"treecover2000\" in loss"));
    EXPECT_THAT(refusal_after_least("[carbon]\n"), HasSubstr("audit.toml:6:1: expected the key \"factors\" in carbon"));
    EXPECT_THAT(refusal_after_least("[project]\n"), HasSubstr("audit.toml:6:1: expected the key \"areas\" in project"));
    EXPECT_THAT(refusal_after_least("[monitoring]\nstart = 2018-03-12\n"),
                HasSubstr("audit.toml:6:1: expected the key \"end\" in monitoring"));
    EXPECT_THAT(refusal_after_least("[deductions]\nreversal = { fraction = 0.1 }\n"),
                HasSubstr("audit.toml:7:12: expected the key \"source\" in deductions.reversal"));
}

TEST(AuditFile, StopsAtASectionThatIsNoTable) {
    EXPECT_THAT(refusal("schema = 1\ntitle = \"t\"\nforest = 30\n"),
                HasSubstr("audit.toml:3:10: forest: expected a table, found 30; write a section [forest]"));
    EXPECT_THAT(refusal_after_least("[[loss]]\nrelease = \"r\"\n"),
                HasSubstr("audit.toml:6:1: loss: expected a table, found an array of 1;"));
    EXPECT_THAT(refusal_after_least("[strata]\nname = \"m\"\n"),
                HasSubstr("audit.toml:6:1: strata: expected a list of tables, found a table; head each of them with "
                          "[[strata]]"));
}

TEST(AuditFile, StopsAtACanopyThatIsNoPercentage) {
    const std::string rule = "\ncanopy_rule = \"greater\"\n";
    const std::string head = "schema = 1\ntitle = \"t\"\n[forest]\ncanopy_pct = ";
    EXPECT_THAT(refusal(head + "101" + rule),
                HasSubstr("audit.toml:4:14: forest.canopy_pct: expected a number from 0 to 100, found 101;"));
    EXPECT_THAT(refusal(head + "-0.5" + rule),
                HasSubstr("forest.canopy_pct: expected a number from 0 to 100, found -0.5;"));
    EXPECT_THAT(
        refusal(head + "\"30\"" + rule),
        HasSubstr("forest.canopy_pct: expected a number from 0 to 100, found the text \"30\"; drop the quotes"));
}

TEST(AuditFile, StopsAtAnUnknownCanopyRule) {
    EXPECT_THAT(
        refusal("schema = 1\ntitle = \"t\"\n[forest]\ncanopy_pct = 30\ncanopy_rule = \"at least\"\n"),
        HasSubstr("audit.toml:5:15: forest.canopy_rule: expected one of \"greater\", \"at-least\", found the text "
                  "\"at least\"; the nearest is \"at-least\""));
}

TEST(AuditFile, StopsAtASweepThatLeavesThePercentages) {
    EXPECT_THAT(refusal_after_least("canopy_sweep = [10, 101]\n"),
                HasSubstr("audit.toml:6:21: forest.canopy_sweep: expected a number from 0 to 100, found 101;"));
    EXPECT_THAT(refusal_after_least("canopy_sweep = 10\n"),
                HasSubstr("audit.toml:6:16: forest.canopy_sweep: expected an array, found 10;"));
}

TEST(AuditFile, StopsAtANegativeMinimumArea) {
    EXPECT_THAT(refusal_after_least("min_area_ha = 10000.5\n"),
                HasSubstr("audit.toml:6:15: forest.min_area_ha: expected a number from 0 to 10000, found 10000.5;"));
    EXPECT_THAT(refusal_after_least("min_area_ha = 1e11\n"), HasSubstr("audit.toml:6:15: forest.min_area_ha"));
    EXPECT_THAT(refusal_after_least("min_area_ha = -0.5\n"),
                HasSubstr("audit.toml:6:15: forest.min_area_ha: expected a number from 0 to 10000, found -0.5;"));
}

TEST(AuditFile, StopsAtAConnectivityOtherThanFourOrEight) {
    EXPECT_THAT(refusal_after_least("connectivity = 6\n"),
                HasSubstr("audit.toml:6:16: forest.connectivity: expected 4 or 8, found 6;"));
    EXPECT_THAT(refusal_after_least("connectivity = 9\n"), HasSubstr("audit.toml:6:16: forest.connectivity: expected"));
}

TEST(AuditFile, StopsAtEmptyTilesOrAnEmptyRelease) {
    EXPECT_THAT(
        refusal_after_least("[loss]\nlossyear = []\ntreecover2000 = \"t.tif\"\nrelease = \"r\"\nfirst_year = 2001\n"
                            "last_year = 2020\n"),
        HasSubstr("audit.toml:7:12: loss.lossyear: expected one or more texts, found an empty array;"));
    EXPECT_THAT(refusal_after_least("[loss]\nlossyear = \"l.tif\"\ntreecover2000 = \"t.tif\"\nrelease = \"\"\n"
                                    "first_year = 2001\nlast_year = 2020\n"),
                HasSubstr("audit.toml:9:11: loss.release: expected a text that is not empty"));
}

TEST(AuditFile, StopsAtALossProductThatEndsBeforeItStarts) {
    EXPECT_THAT(refusal_after_least("[loss]\nlossyear = \"l.tif\"\ntreecover2000 = \"t.tif\"\nrelease = \"r\"\n"
                                    "first_year = 2001\nlast_year = 2000\n"),
                HasSubstr("audit_file: audit.toml:11:13: loss.last_year: expected a year from first_year (2001) to"));
}

TEST(AuditFile, StopsAtADateInQuotes) {
    EXPECT_THAT(refusal_after_least("[monitoring]\nstart = \"2018-03-12\"\nend = 2020-12-31\n"),
                HasSubstr("audit_file: audit.toml:7:9: monitoring.start: expected a date such as 2018-03-12, "
                          "found the text "
                          "\"2018-03-12\"; drop the quotes"));
    EXPECT_THAT(refusal_after_least("[monitoring]\nstart = 2018-03-12\nend = \"2020-12-31\"\n"),
                HasSubstr("audit_file: audit.toml:8:7: monitoring.end: expected a date"));
}

TEST(AuditFile, StopsAtADateThatDoesNotExist) {
    EXPECT_THAT(refusal_after_least("[monitoring]\nstart = 2018-02-30\nend = 2020-12-31\n"),
                HasSubstr("audit_file: audit.toml:7:"));
}

TEST(AuditFile, StopsAtAMonitoringPeriodThatEndsBeforeItStarts) {
    EXPECT_THAT(
        refusal_after_least("[monitoring]\nstart = 2020-12-31\nend = 2018-03-12\n"),
        HasSubstr("audit_file: audit.toml:8:7: monitoring: expected two dates with the end on or after the start"));
}

TEST(AuditFile, StopsAtAMonitoringPeriodThatLeavesTheLossProduct) {
    EXPECT_THAT(refusal_after_least(std::string(loss) + "[monitoring]\nstart = 2018-03-12\nend = 2021-01-01\n"),
                HasSubstr("period_outside: audit.toml:14:7: expected a year of the loss product, 2001 to 2020, found "
                          "2021;"));
    EXPECT_THAT(refusal_after_least(std::string(loss) + "[monitoring]\nstart = 2000-12-31\nend = 2020-12-31\n"),
                HasSubstr("period_outside: audit.toml:13:9: expected a year of the loss product, 2001 to 2020, found "
                          "2000;"));
}

TEST(AuditFile, TakesAMonitoringPeriodOfTheWholeLossProduct) {
    const AuditFile audit =
        parse_after_least(std::string(loss) + "[monitoring]\nstart = 2001-01-01\nend = 2020-12-31\n");
    EXPECT_EQ(audit.monitoring->first_year(), LossYear{2001});
}

TEST(AuditFile, StopsAtAHistoryThatLeavesTheLossProduct) {
    EXPECT_THAT(refusal_after_least(std::string(loss) +
                                    "[[zones]]\nname = \"z\"\nrole = \"other\"\nsource = \"z.gpkg\"\n"
                                    "[reference_level]\nhistory = { zone = \"z\", start = 2000, end = 2014 }\n"),
                HasSubstr("period_outside: audit.toml:17:33: expected a year of the loss product, 2001 to 2020, "
                          "found 2000;"));
}

TEST(AuditFile, StopsAtADeductionOutsideZeroToOne) {
    EXPECT_THAT(refusal_after_least("[deductions]\nreversal = { fraction = 10, source = \"s\" }\n"),
                HasSubstr("audit.toml:7:25: deductions.reversal.fraction: expected a number from 0 to 1, found 10;"));
}

TEST(AuditFile, StopsAtADeductionWithAnEmptySource) {
    EXPECT_THAT(refusal_after_least("[deductions]\nreversal = { fraction = 0.1, source = \"\" }\n"),
                HasSubstr("audit.toml:7:39: deductions.reversal.source: expected a text that is not empty"));
}

TEST(AuditFile, StopsAtEntriesThatTheirOwnReadersRefuse) {
    EXPECT_THAT(refusal_after_least("[[strata]]\nname = \"zone\"\n"), HasSubstr("audit.toml:6:1: expected the key"));
    EXPECT_THAT(refusal_after_least("[[zones]]\nname = \"a\"\n"),
                HasSubstr("audit.toml:6:1: expected the key \"role\""));
    EXPECT_THAT(refusal_after_least("[reference_level]\n"), HasSubstr("audit.toml:6:1: expected at least one of"));
    EXPECT_THAT(refusal_after_least("[claim]\n"), HasSubstr("audit.toml:6:1: expected the key \"source\" in claim"));
    EXPECT_THAT(refusal_after_least("[readings]\narc = [\"option-1\"]\n"),
                HasSubstr("audit.toml:7:1: expected a known key in readings, found \"arc\""));
}

/// The text of a file of the real data; nothing where the data is not at hand.
std::optional<std::string> real_text(const std::string& path) {
    const char* folder = std::getenv("REDDLINE_DATA");
    if (folder == nullptr) return std::nullopt;
    std::ifstream file(std::filesystem::path(folder) / path, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(AuditFile, ReadsTheRealAuditOfNeiba) {
    const auto text = real_text("neiba/audit.toml");
    if (!text) GTEST_SKIP() << "skipped: no real data";
    const AuditFile audit = parse(*text);
    EXPECT_EQ(audit.loss->codes.last(), LossYear{2020});
    EXPECT_THAT(audit.canopy_sweep, ElementsAre(10.0, 15.0, 20.0, 25.0, 30.0, 50.0, 75.0));
    ASSERT_EQ(audit.strata.size(), 2U);
    EXPECT_EQ(audit.strata[1].role, StrataRole::monitoring);
    ASSERT_EQ(audit.zones.size(), 3U);
    EXPECT_EQ(audit.zones[1].where, "name = 'belt'");
    EXPECT_EQ(audit.reference_level->sources.at(0).history()->period.years(), 10);
    EXPECT_EQ(audit.monitoring->days(), 4 * 365 + 1);
}

TEST(AuditFile, ReadsTheRealAuditOfTheAnnamites) {
    const auto text = real_text("annamites/audit.toml");
    if (!text) GTEST_SKIP() << "skipped: no real data";
    const AuditFile audit = parse(*text);
    EXPECT_EQ(audit.loss->codes.last_code(), 18);
    EXPECT_TRUE(audit.strata.empty());
    ASSERT_EQ(audit.zones.size(), 1U);
    EXPECT_EQ(audit.zones[0].split_by, "id");
    EXPECT_FALSE(audit.reference_level.has_value());
}

}  // namespace
}  // namespace reddline::inputs
