#include "inputs/toml_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using tests::error_line;

/// Calls `read` with the field `key` of a one-line document.
template <class Read>
auto of_field(const std::string& text, Read read) {
    const TomlValue document = parse_toml(text, "a.toml");
    const TomlTable root{document, "a.toml", ""};
    return read(root.at("key"));
}

template <class Read>
std::string refusal(const std::string& text, Read read) {
    return error_line([&] { return of_field(text, read); });
}

const auto as_text = [](const TomlField& field) { return field.text(); };
const auto as_texts = [](const TomlField& field) { return field.texts(); };
const auto as_shares = [](const TomlField& field) {
    std::vector<double> shares;
    for (const TomlField& one : field.one_or_more())
        shares.push_back(one.number(0.0, 1.0));
    return shares;
};
const auto as_share = [](const TomlField& field) { return field.number(0.0, 1.0); };
const auto as_area = [](const TomlField& field) { return field.number(0.0, std::numeric_limits<double>::infinity()); };
const auto as_year = [](const TomlField& field) { return field.whole(1, 9999); };
const auto as_date = [](const TomlField& field) { return field.date(); };
const auto as_rule = [](const TomlField& field) { return field.choice({"greater", "at-least"}); };

TEST(TomlField, ReadsTexts) {
    EXPECT_EQ(of_field("key = \"x\"", as_text), "x");
    EXPECT_THAT(of_field("key = \"x\"", as_texts), ElementsAre("x"));
    EXPECT_THAT(of_field("key = [\"x\", \"y\"]", as_texts), ElementsAre("x", "y"));
    EXPECT_EQ(of_field("key = \"at-least\"", as_rule), "at-least");
}

TEST(TomlField, ReadsOneValueOrAListOfThem) {
    EXPECT_THAT(of_field("key = 0.5", as_shares), ElementsAre(0.5));
    EXPECT_THAT(of_field("key = [0.5, 1]", as_shares), ElementsAre(0.5, 1.0));
    EXPECT_EQ(
        refusal("key = []", as_shares),
        "audit_file: a.toml:1:7: key: expected one value or more, found an empty array; fill it in, or remove the "
        "key");
    EXPECT_THAT(refusal("key = [0.5, 2]", as_shares), HasSubstr("a.toml:1:13: key: expected a number from 0 to 1"));
}

TEST(TomlField, ReadsWholeNumbersAndFractionsAsNumbers) {
    EXPECT_EQ(of_field("key = 1", as_share), 1.0);
    EXPECT_EQ(of_field("key = 0.25", as_share), 0.25);
    EXPECT_EQ(of_field("key = 0", as_share), 0.0);
    EXPECT_EQ(of_field("key = 2015", as_year), 2015);
}

TEST(TomlField, ReadsDates) {
    using namespace std::chrono_literals;
    EXPECT_EQ(of_field("key = 2018-03-12", as_date), 2018y / 3 / 12);
}

TEST(TomlField, StopsAtANumberWhereATextIsNeeded) {
    EXPECT_EQ(refusal("key = 5", as_text), "audit_file: a.toml:1:7: key: expected a text, found 5; write it in quotes");
}

TEST(TomlField, StopsAtAnEmptyText) {
    EXPECT_EQ(refusal("key = \"\"", as_text),
              "audit_file: a.toml:1:7: key: expected a text that is not empty, found the text \"\"; fill it in");
}

TEST(TomlField, StopsAtAnEmptyListOfTexts) {
    EXPECT_EQ(refusal("key = []", as_texts),
              "audit_file: a.toml:1:7: key: expected one or more texts, found an empty array; write them in "
              "quotes, "
              "between square brackets");
}

TEST(TomlField, StopsAtTheElementThatIsNoText) {
    EXPECT_THAT(refusal("key = [\"x\",\n 5]", as_texts), HasSubstr("a.toml:2:2: key: expected a text, found 5;"));
    EXPECT_THAT(refusal("key = [\"x\", \"\"]", as_texts),
                HasSubstr("a.toml:1:13: key: expected a text that is not empty"));
}

TEST(TomlField, StopsAtAChoiceThatIsNotKnownAndNamesTheNearest) {
    EXPECT_EQ(refusal("key = \"atleast\"", as_rule),
              "audit_file: a.toml:1:7: key: expected one of \"greater\", \"at-least\", found the text "
              "\"atleast\"; the "
              "nearest is \"at-least\"");
    EXPECT_THAT(refusal("key = true", as_rule), HasSubstr("found true; write it in quotes"));
}

TEST(TomlField, StopsAtANumberInQuotes) {
    EXPECT_EQ(refusal("key = \"0.5\"", as_share),
              "audit_file: a.toml:1:7: key: expected a number from 0 to 1, found the text \"0.5\"; drop the "
              "quotes");
}

TEST(TomlField, StopsAtANumberOutsideItsRange) {
    EXPECT_THAT(refusal("key = 1.01", as_share), HasSubstr("expected a number from 0 to 1, found 1.01;"));
    EXPECT_THAT(refusal("key = -1", as_area), HasSubstr("expected a number of at least 0, found -1;"));
    EXPECT_THAT(refusal("key = nan", as_share), HasSubstr("expected a number from 0 to 1, found nan;"));
    EXPECT_THAT(refusal("key = inf", as_area), HasSubstr("expected a number of at least 0, found inf;"));
}

TEST(TomlField, StopsAtAFractionWhereAWholeNumberIsNeeded) {
    EXPECT_THAT(refusal("key = 2015.0", as_year), HasSubstr("expected a whole number from 1 to 9999, found 2015.0;"));
    EXPECT_THAT(refusal("key = 20150", as_year), HasSubstr("expected a whole number from 1 to 9999, found 20150;"));
}

TEST(TomlField, TellsToDropTheQuotesOfADate) {
    EXPECT_EQ(refusal("key = \"2018-03-12\"", as_date),
              "audit_file: a.toml:1:7: key: expected a date such as 2018-03-12, found the text "
              "\"2018-03-12\"; drop the "
              "quotes");
}

TEST(TomlField, StopsAtWhatIsNoDate) {
    EXPECT_THAT(refusal("key = \"12 March 2018\"", as_date), HasSubstr("; write year-month-day, without quotes"));
    EXPECT_THAT(refusal("key = 2018", as_date), HasSubstr("expected a date such as 2018-03-12, found 2018;"));
    EXPECT_THAT(refusal("key = 2018-03-12T00:00:00", as_date), HasSubstr("found a date with a time;"));
}

TEST(TomlField, StopsAtWhatIsNoArray) {
    EXPECT_THAT(refusal("key = 5", [](const TomlField& field) { return field.elements(); }),
                HasSubstr("key: expected an array, found 5; write it in square brackets"));
}

TEST(TomlField, StopsAtWhatIsNoTable) {
    EXPECT_EQ(refusal("key = 5", [](const TomlField& field) { return field.table().keys(); }),
              "audit_file: a.toml:1:7: key: expected a table, found 5; write a section [key], or { key = "
              "value } on one "
              "line");
    EXPECT_THAT(refusal("[[key]]\na = 1", [](const TomlField& field) { return field.table().keys(); }),
                HasSubstr("a.toml:1:1: key: expected a table, found an array of 1;"));
}

TEST(TomlField, PutsItsPlaceIntoTheRefusalOfADomainType) {
    const auto refuse = [](const TomlField& field) {
        return made_at(field, []() -> int { throw Error(ErrorCode::audit_file, "monitoring", "expected two dates"); });
    };
    EXPECT_EQ(refusal("key = 5", refuse), "audit_file: a.toml:1:7: monitoring: expected two dates");
}

/// Calls `read` with the table of a document.
template <class Read>
std::string table_refusal(const std::string& text, Read read) {
    const TomlValue document = parse_toml(text, "a.toml");
    return error_line([&] { return read(TomlTable{document, "a.toml", ""}); });
}

TEST(TomlTable, StopsAtTheFirstUnknownKeyOfTheTextAndNamesTheNearest) {
    EXPECT_EQ(table_refusal("zone = 1\nrole = 2\n   rloe = 3\nalien = 4\n",
                            [](const TomlTable& table) {
                                return table.expect_keys({"zone", "role"}, {"layer"}), 0;
                            }),
              "audit_file: a.toml:3:4: expected a known key at the top of the file, found \"rloe\"; the "
              "nearest known one is "
              "\"role\", all are zone, role, layer");
}

TEST(TomlTable, SaysInWhichTableAKeyIsUnknown) {
    EXPECT_THAT(table_refusal("[forest]\ncanopy = 3\n",
                              [](const TomlTable& table) {
                                  return table.at("forest").table().expect_keys({"canopy_pct"}, {}), 0;
                              }),
                HasSubstr("a.toml:2:1: expected a known key in forest, found \"canopy\";"));
}

TEST(TomlTable, StopsWithoutARequiredKey) {
    EXPECT_EQ(table_refusal("\n[zones]\nname = 1\n",
                            [](const TomlTable& table) {
                                return table.at("zones").table().expect_keys({"name", "role"}, {}), 0;
                            }),
              "audit_file: a.toml:2:1: expected the key \"role\" in zones, found none; add it");
}

TEST(TomlTable, GivesNothingForAnAbsentKey) {
    const TomlValue document = parse_toml("a = \"x\"", "a.toml");
    const TomlTable table{document, "a.toml", ""};
    EXPECT_FALSE(table.find("b").has_value());
    EXPECT_EQ(table.text_or_empty("a"), "x");
    EXPECT_EQ(table.text_or_empty("b"), "");
    EXPECT_TRUE(table.tables("b").empty());
    EXPECT_THAT(table.keys(), ElementsAre("a"));
}

TEST(TomlTable, GivesListsOfTablesInOrder) {
    const TomlValue document = parse_toml("[[zones]]\nname = \"b\"\n[[zones]]\nname = \"a\"\n", "a.toml");
    const auto tables = TomlTable{document, "a.toml", ""}.tables("zones");
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_EQ(tables[0].at("name").text(), "b");
    EXPECT_EQ(tables[1].at("name").text(), "a");
}

TEST(TomlTable, StopsAtOneTableWhereAListIsNeeded) {
    EXPECT_EQ(table_refusal("[zones]\nname = 1\n", [](const TomlTable& table) { return table.tables("zones"); }),
              "audit_file: a.toml:1:1: zones: expected a list of tables, found a table; head each of them with "
              "[[zones]]");
    EXPECT_THAT(table_refusal("zones = [1]\n", [](const TomlTable& table) { return table.tables("zones"); }),
                HasSubstr("expected a list of tables, found an array of 1;"));
}

}  // namespace
}  // namespace reddline::inputs
