#include "inputs/reference_level_entry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/inputs/audit_text.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::optional<ReferenceLevelEntry> parse(std::string_view text) {
    AuditFile known;
    known.zones.resize(1);
    known.zones[0].name = "reference";
    known.loss = LossEntry{.lossyear = {"l.tif"},
                           .treecover2000 = {"t.tif"},
                           .datamask = {},
                           .release = "r",
                           .codes = {LossYear{2001}, LossYear{2020}}};
    return with_document(text, [&](const TomlTable& root) { return read_reference_level(root, known); });
}

std::vector<std::string> names(std::string_view lines) {
    const auto level = parse("[reference_level]\n" + std::string(lines));
    std::vector<std::string> all;
    for (const ReferenceSource& source : level.value().sources)
        all.push_back(source.name);
    return all;
}

/// The only history of the level.
HistoryRule history(std::string_view lines) {
    return std::get<HistoryRule>(parse("[reference_level]\n" + std::string(lines))->sources.at(0).rule);
}

std::string refusal(std::string_view lines) {
    return tests::error_line([&] { return parse("[reference_level]\n" + std::string(lines)); });
}

TEST(ReferenceLevelEntry, IsNothingWithoutItsSection) {
    EXPECT_FALSE(parse("").has_value());
}

TEST(ReferenceLevelEntry, ReadsTransitionsWithAndWithoutClasses) {
    const auto plain = parse("[reference_level]\ntransitions = \"t.csv\"\n");
    ASSERT_TRUE(plain.has_value());
    EXPECT_EQ(plain->transitions, "t.csv");
    EXPECT_EQ(plain->classes, "");
    ASSERT_EQ(plain->sources.size(), 1U);
    EXPECT_EQ(plain->sources[0].name, "transitions");
    EXPECT_TRUE(plain->sources[0].uses_transitions());
    EXPECT_EQ(parse("[reference_level]\ntransitions = \"t.csv\"\nclasses = \"c.csv\"\n")->classes, "c.csv");
}

TEST(ReferenceLevelEntry, ReadsARateWithItsBase) {
    const auto level = parse("[reference_level]\nrate = { value = 0.0463, base = \"forest\", source = \"FRL\" }\n");
    const auto rate = std::get<LossRate>(level->sources.at(0).rule);
    EXPECT_EQ(rate.per_year(), 0.0463);
    EXPECT_EQ(rate.base(), RateBase::forest);
    EXPECT_EQ(rate.source(), "FRL");
    const auto territory = parse("[reference_level.rate]\nvalue = 0.0266\nbase = \"territory\"\nsource = \"FRL\"\n");
    EXPECT_EQ(std::get<LossRate>(territory->sources.at(0).rule).base(), RateBase::territory);
}

TEST(ReferenceLevelEntry, ReadsAHistoryAndScalesItByForestAreaUnlessToldOtherwise) {
    const HistoryRule rule = history("history = { zone = \"reference\", start = 2005, end = 2014 }\n");
    EXPECT_EQ(rule.zone, "reference");
    EXPECT_EQ(rule.period.years(), 10);
    EXPECT_EQ(rule.scale, HistoryScale::forest_area);
    EXPECT_EQ(history("history = { zone = \"reference\", start = 2005, end = 2014, scale = \"none\" }\n").scale,
              HistoryScale::none);
    EXPECT_EQ(history("history = { zone = \"reference\", start = 2001, end = 2020, scale = \"forest-area\" }\n").scale,
              HistoryScale::forest_area);
}

TEST(ReferenceLevelEntry, TakesTheOwnHistoryOfEveryZoneAsItIsWhereNoneIsNamed) {
    const HistoryRule rule = history("history = { start = 2005, end = 2014 }\n");
    EXPECT_EQ(rule.zone, "");
    EXPECT_EQ(rule.scale, HistoryScale::none);
    EXPECT_THAT(names("history = { start = 2005, end = 2014 }\n"), ElementsAre("history-of-own-zone"));
}

TEST(ReferenceLevelEntry, CrossesSeveralSourcesInOneOrderWhateverThatOfTheText) {
    EXPECT_THAT(
        names("history = [{ zone = \"reference\", start = 2005, end = 2014 }, { start = 2005, end = 2014 }]\n"
              "national = { value_tCO2e_per_year = 9, source = \"s\", forest_area_ha = 5, carbon_stock_tC = 7 }\n"
              "rate = [{ value = 0.02, base = \"territory\", source = \"s\" },\n"
              "        { value = 0.04, base = \"forest\", source = \"s\", name = \"FRL 2015\" }]\n"
              "transitions = \"t.csv\"\n"),
        ElementsAre("transitions", "rate-of-territory", "FRL 2015", "national-by-forest-area",
                    "national-by-carbon-stock", "history-of-reference", "history-of-own-zone"));
}

TEST(ReferenceLevelEntry, StopsWithoutAnySource) {
    EXPECT_THAT(refusal(""),
                HasSubstr("audit_file: audit.toml:1:1: expected at least one of transitions, rate, national, "
                          "history in reference_level, found none; add one"));
    EXPECT_THAT(refusal("rate = []\n"),
                HasSubstr("audit.toml:2:8: reference_level.rate: expected one value or more, found an empty array;"));
}

TEST(ReferenceLevelEntry, StopsAtTwoSourcesOfOneNameAndAsksForAName) {
    EXPECT_EQ(refusal("rate = [{ value = 0.02, base = \"forest\", source = \"s\" },\n"
                      "{ value = 0.04, base = \"forest\", source = \"s\" }]\n"),
              "audit_file: audit.toml:3:1: expected a name of its own for every entry, found \"rate-of-forest\" again; "
              "tell the entries apart with the key \"name\"");
    EXPECT_THAT(refusal("transitions = \"t.csv\"\n"
                        "history = { start = 2005, end = 2014, name = \"transitions\" }\n"),
                HasSubstr("audit.toml:3:46: reference_level.history.name: expected a name that no entry before it has, "
                          "found the text \"transitions\"; rename one of them"));
}

TEST(ReferenceLevelEntry, StopsAtAScaleOfNoZone) {
    EXPECT_THAT(refusal("history = { start = 2005, end = 2014, scale = \"none\" }\n"),
                HasSubstr("audit.toml:2:47: reference_level.history.scale: expected no scale without zone, found the "
                          "text \"none\"; remove the key, or name the zone"));
}

TEST(ReferenceLevelEntry, StopsAtClassesWithoutTransitions) {
    EXPECT_THAT(refusal("classes = \"c.csv\"\nhistory = { zone = \"reference\", start = 2005, end = 2014 }\n"),
                HasSubstr("audit.toml:2:11: reference_level.classes: expected no classes without transitions"));
}

TEST(ReferenceLevelEntry, StopsAtARateAboveOne) {
    EXPECT_THAT(refusal("rate = { value = 4.63, base = \"forest\", source = \"FRL\" }\n"),
                HasSubstr("audit.toml:2:18: reference_level.rate.value: expected a number from 0 to 1, found 4.63;"));
}

TEST(ReferenceLevelEntry, StopsAtARateWithoutABaseOrASource) {
    EXPECT_THAT(refusal("rate = { value = 0.04, source = \"FRL\" }\n"),
                HasSubstr("audit.toml:2:8: expected the key \"base\" in reference_level.rate, found none;"));
    EXPECT_THAT(refusal("rate = { value = 0.04, base = \"forest\" }\n"),
                HasSubstr("audit.toml:2:8: expected the key \"source\" in reference_level.rate, found none;"));
}

TEST(ReferenceLevelEntry, StopsAtARateWithAnEmptySource) {
    EXPECT_THAT(refusal("rate = { value = 0.04, base = \"forest\", source = \"\" }\n"),
                HasSubstr("audit.toml:2:50: reference_level.rate.source: expected a text that is not empty"));
}

TEST(ReferenceLevelEntry, StopsAtAnUnknownBase) {
    EXPECT_THAT(refusal("rate = { value = 0.04, base = \"forests\", source = \"FRL\" }\n"),
                HasSubstr("audit.toml:2:31: reference_level.rate.base: expected one of \"forest\", "
                          "\"territory\", found the "
                          "text \"forests\"; the nearest is \"forest\""));
}

TEST(ReferenceLevelEntry, StopsAtTheHistoryOfAnUnknownZoneAndNamesTheNearest) {
    EXPECT_THAT(refusal("history = { zone = \"referense\", start = 2005, end = 2014 }\n"),
                HasSubstr("audit.toml:2:20: reference_level.history.zone: expected the name of a zone, found the text "
                          "\"referense\"; the nearest is \"reference\""));
}

TEST(ReferenceLevelEntry, StopsAtAHistoryThatLeavesTheLossProduct) {
    EXPECT_EQ(refusal("history = { zone = \"reference\", start = 1990, end = 2014 }\n"),
              "period_outside: audit.toml:2:41: expected a year of the loss product, 2001 to 2020, found "
              "1990; shorten the "
              "period, or use a release that covers it");
    EXPECT_THAT(refusal("history = { zone = \"reference\", start = 2005, end = 2021 }\n"),
                HasSubstr("period_outside: audit.toml:2:53: expected a year of the loss product, 2001 to "
                          "2020, found 2021;"));
}

TEST(ReferenceLevelEntry, StopsAtAHistoryThatEndsBeforeItStarts) {
    EXPECT_THAT(refusal("history = { zone = \"reference\", start = 2014, end = 2005 }\n"),
                HasSubstr("audit_file: audit.toml:2:11: reference_level.history: expected an end year on or "
                          "after the start "
                          "year, found 2014 to 2005"));
}

TEST(ReferenceLevelEntry, StopsAtAnUnknownScale) {
    EXPECT_THAT(refusal("history = { zone = \"reference\", start = 2005, end = 2014, scale = \"forest area\" }\n"),
                HasSubstr("reference_level.history.scale: expected one of \"forest-area\", \"none\", found the text "
                          "\"forest "
                          "area\"; the nearest is \"forest-area\""));
}

TEST(ReferenceLevelEntry, StopsAtAnUnknownKeyAndNamesTheNearest) {
    EXPECT_THAT(refusal("transition = \"t.csv\"\n"),
                HasSubstr("audit.toml:2:1: expected a known key in reference_level, found \"transition\"; "
                          "the nearest known "
                          "one is \"transitions\", all are transitions, classes, rate, national, history"));
    EXPECT_THAT(refusal("history = { zone = \"reference\", begin = 2005, end = 2014 }\n"),
                HasSubstr("audit.toml:2:33: expected a known key in reference_level.history, found \"begin\";"));
}

}  // namespace
}  // namespace reddline::inputs
