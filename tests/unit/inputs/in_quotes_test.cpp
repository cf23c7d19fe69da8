#include "inputs/in_quotes.hpp"

#include <gtest/gtest.h>

#include <string>

namespace reddline::inputs {
namespace {

TEST(InQuotes, LeavesPlainWordsAndUtf8AsTheyAre) {
    EXPECT_EQ(in_quotes("forêt dense"), "\"forêt dense\"");
    EXPECT_EQ(in_quotes(""), "\"\"");
}

TEST(InQuotes, KeepsAMessageOnOneLine) {
    EXPECT_EQ(in_quotes("a\nb\r\tc"), R"("a\nb\r\tc")");
}

TEST(InQuotes, ShowsOtherControlCharactersAsTheirByte) {
    EXPECT_EQ(in_quotes("\x1b[0m\x7f"), R"("\x1b[0m\x7f")");
}

TEST(InQuotes, ShowsBytesThatAreNotUtf8AsBytes) {
    EXPECT_EQ(in_quotes("for\xeat"), R"("for\xeat")");  // Latin-1
    EXPECT_EQ(in_quotes("\xc3"), R"("\xc3")");          // cut in the middle of a character
    EXPECT_EQ(in_quotes("\xc0\xaf"), R"("\xc0\xaf")");  // an overlong slash
}

TEST(InQuotes, CutsALongText) {
    const std::string shown = in_quotes(std::string(500, 'x'));
    EXPECT_TRUE(shown.ends_with("x...\""));
    EXPECT_LT(shown.size(), 100U);
}

}  // namespace
}  // namespace reddline::inputs
