#include "report/toml_text.hpp"

#include <gtest/gtest.h>

namespace reddline::report {
namespace {

TEST(TomlText, StandsInQuotesWithWhatTomlAsksToBeEscaped) {
    EXPECT_EQ(toml_text("gfc/a b.tif"), "\"gfc/a b.tif\"");
    EXPECT_EQ(toml_text("name = 'x'"), "\"name = 'x'\"");
    EXPECT_EQ(toml_text("a \"b\" \\c"), "\"a \\\"b\\\" \\\\c\"");
    EXPECT_EQ(toml_text("one\ntwo\x7F"), "\"one\\u000Atwo\\u007F\"");
    EXPECT_EQ(toml_text("for\xeat"), "\"for\xEF\xBF\xBDt\"");
}

TEST(TomlList, StandsOnOneLineWhereItIsShort) {
    EXPECT_EQ(toml_list({"a"}), "[\"a\"]");
    EXPECT_EQ(toml_list({"a", "b"}), "[\"a\", \"b\"]");
    const std::string path(60, 'p');
    EXPECT_EQ(toml_list({path, path}), "[\"" + path + "\",\n    \"" + path + "\"]");
}

TEST(OneLine, HasNoControlCharacters) {
    EXPECT_EQ(one_line("a\tb\nc"), "a b c");
}

}  // namespace
}  // namespace reddline::report
