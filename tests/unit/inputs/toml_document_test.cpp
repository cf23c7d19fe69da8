#include "inputs/toml_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using tests::thrown_error;

const TomlValue::Table& members(const TomlValue& value) {
    return std::get<TomlValue::Table>(value.content);
}

std::string place(const TomlValue& value) {
    return place_in("a", value.position);
}

TEST(TomlDocument, KeepsMembersInTheOrderOfTheTextWithTheirPlaces) {
    const TomlValue document = parse_toml("z = 1\na = 2\n\n[table]\n  key = \"x\"\n", "a");
    const auto& root = members(document);
    ASSERT_EQ(root.size(), 3U);
    EXPECT_EQ(root[0].key, "z");
    EXPECT_EQ(root[1].key, "a");
    EXPECT_EQ(place(root[1].value), "a:2:5");
    EXPECT_EQ(root[2].key, "table");
    EXPECT_EQ(place(root[2].value), "a:4:1");
    const TomlMember& key = members(root[2].value)[0];
    EXPECT_EQ(place_in("a", key.key_position), "a:5:3");
    EXPECT_EQ(place(key.value), "a:5:9");
}

TEST(TomlDocument, HoldsEveryKindOfValue) {
    const TomlValue document = parse_toml(
        "a = \"x\\ny\"\nb = 3\nc = 0.5\nd = true\ne = 2018-03-12\nf = 12:00:00\ng = 2018-03-12T12:00:00Z\n"
        "h = [1, 2]\ni = []\nj = { k = 1 }\n",
        "a");
    std::vector<std::string> words;
    for (const TomlMember& member : members(document))
        words.push_back(describe(member.value));
    EXPECT_THAT(words, ElementsAre("the text \"x\\ny\"", "3", "0.5", "true", "the date 2018-03-12", "a time",
                                   "a date with a time", "an array of 2", "an empty array", "a table"));
}

TEST(TomlDocument, IsAnEmptyTableForAnEmptyText) {
    EXPECT_TRUE(members(parse_toml("", "a")).empty());
}

TEST(TomlDocument, StopsAtBrokenTomlWithLineAndColumn) {
    const Error error = thrown_error([] { return parse_toml("schema = 1\ntitle = \n", "audit.toml"); });
    EXPECT_EQ(error.code(), ErrorCode::audit_file);
    EXPECT_EQ(error.subject(), "audit.toml:2:9");
    EXPECT_THAT(error.message(), HasSubstr("expected TOML, found a mistake"));
}

TEST(TomlDocument, StopsAtADateThatDoesNotExistWithLineAndColumn) {
    const Error error = thrown_error([] { return parse_toml("[monitoring]\nstart = 2018-02-30\n", "audit.toml"); });
    EXPECT_EQ(error.code(), ErrorCode::audit_file);
    EXPECT_THAT(error.subject(), testing::StartsWith("audit.toml:2:"));
    EXPECT_THAT(error.message(), HasSubstr("day between 1 and 28"));
}

TEST(TomlDocument, StopsAtAKeyGivenTwice) {
    EXPECT_THAT(thrown_error([] { return parse_toml("a = 1\na = 2\n", "audit.toml"); }).subject(),
                testing::StartsWith("audit.toml:2:"));
}

TEST(TomlDocument, StopsAtBytesThatAreNotUtf8) {
    EXPECT_THAT(thrown_error([] { return parse_toml("a = 1\nb = \"for\xeat\"\n", "audit.toml"); }).subject(),
                testing::StartsWith("audit.toml:2:"));
}

TEST(TomlDocument, KeepsItsMessagesOnOneLine) {
    for (const auto* text : {"a = \"x\ny\"\n", "a = [\n", "[a\n", "a\n= 1\n"}) {
        EXPECT_EQ(std::string(thrown_error([&] { return parse_toml(text, "a"); }).what()).find('\n'),
                  std::string::npos);
    }
}

}  // namespace
}  // namespace reddline::inputs
