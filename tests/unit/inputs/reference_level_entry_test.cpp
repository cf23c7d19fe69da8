#include "inputs/reference_level_entry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"
#include "unit/inputs/audit_text.hpp"

namespace reddline::inputs {
namespace {

using testing::HasSubstr;

std::optional<ReferenceLevelEntry> parse(std::string_view text) {
    ZoneEntry zone;
    zone.name = "reference";
    const LossEntry loss{.lossyear = {"l.tif"},
                         .treecover2000 = {"t.tif"},
                         .datamask = {},
                         .release = "r",
                         .codes = {LossYear{2001}, LossYear{2020}}};
    return with_document(text, [&](const TomlTable& root) { return read_reference_level(root, {zone}, loss); });
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
    EXPECT_FALSE(plain->rate.has_value());
    EXPECT_FALSE(plain->history.has_value());
    EXPECT_EQ(parse("[reference_level]\ntransitions = \"t.csv\"\nclasses = \"c.csv\"\n")->classes, "c.csv");
}

TEST(ReferenceLevelEntry, ReadsARateWithItsBase) {
    const auto level = parse("[reference_level]\nrate = { value = 0.0463, base = \"forest\", source = \"FRL\" }\n");
    ASSERT_TRUE(level->rate.has_value());
    EXPECT_EQ(level->rate->per_year(), 0.0463);
    EXPECT_EQ(level->rate->base(), RateBase::forest);
    EXPECT_EQ(level->rate->source(), "FRL");
    const auto territory = parse("[reference_level.rate]\nvalue = 0.0266\nbase = \"territory\"\nsource = \"FRL\"\n");
    EXPECT_EQ(territory->rate->base(), RateBase::territory);
}

TEST(ReferenceLevelEntry, ReadsAHistoryAndScalesItByForestAreaUnlessToldOtherwise) {
    const auto level = parse("[reference_level]\nhistory = { zone = \"reference\", start = 2005, end = 2014 }\n");
    ASSERT_TRUE(level->history.has_value());
    EXPECT_EQ(level->history->zone, "reference");
    EXPECT_EQ(level->history->period.years(), 10);
    EXPECT_EQ(level->history->scale, HistoryScale::forest_area);
    EXPECT_EQ(parse("[reference_level]\nhistory = { zone = \"reference\", start = 2005, end = 2014, scale = "
                    "\"none\" }\n")
                  ->history->scale,
              HistoryScale::none);
    EXPECT_EQ(parse("[reference_level]\nhistory = { zone = \"reference\", start = 2001, end = 2020, scale = "
                    "\"forest-area\" }\n")
                  ->history->scale,
              HistoryScale::forest_area);
}

TEST(ReferenceLevelEntry, StopsWithoutAnyForm) {
    EXPECT_THAT(refusal(""),
                HasSubstr("audit_file: audit.toml:1:1: expected exactly one of transitions, rate, history in "
                          "reference_level, found none; add one"));
}

TEST(ReferenceLevelEntry, StopsAtTwoForms) {
    EXPECT_THAT(
        refusal("transitions = \"t.csv\"\nhistory = { zone = \"reference\", start = 2005, end = 2014 }\n"),
        HasSubstr("audit.toml:1:1: expected exactly one of transitions, rate, history in reference_level, found "
                  "transitions, history; keep one"));
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
                          "one is \"transitions\", all are transitions, classes, rate, history"));
    EXPECT_THAT(refusal("history = { zone = \"reference\", begin = 2005, end = 2014 }\n"),
                HasSubstr("audit.toml:2:33: expected a known key in reference_level.history, found \"begin\";"));
}

}  // namespace
}  // namespace reddline::inputs
