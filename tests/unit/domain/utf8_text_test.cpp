#include "domain/utf8_text.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(Utf8CharacterBytes, CountsTheBytesOfOneCharacter) {
    EXPECT_EQ(utf8_character_bytes("ab"), 1U);
    EXPECT_EQ(utf8_character_bytes("\xC3\xA9t\xC3\xA9"), 2U);      // e with acute
    EXPECT_EQ(utf8_character_bytes("\xE1\x9E\x96"), 3U);           // a Khmer letter
    EXPECT_EQ(utf8_character_bytes("\xF0\x9F\x8C\xB3 tree"), 4U);  // a tree
}

TEST(IsUtf8, RefusesOtherEncodings) {
    EXPECT_TRUE(is_utf8(""));
    EXPECT_TRUE(
        is_utf8("Sierra de Ne\xC3\xAD"
                "ba"));
    EXPECT_FALSE(is_utf8("for\xEAt")) << "Latin-1";
    EXPECT_FALSE(
        is_utf8("\xFF\xFE"
                "c"))
        << "UTF-16";
}

// The bounds of RFC 3629: U+0800, U+D7FF, U+10000 and U+10FFFF are characters, their neighbours beyond are not.
TEST(IsUtf8, RefusesCharactersThatAreCutTooLongSurrogatesOrTooHigh) {
    for (const char* good : {"\xE0\xA0\x80", "\xED\x9F\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(is_utf8(good));
    for (const char* bad : {"\xC3", "\xA9", "\xC0\x80", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                            "\xF4\x90\x80\x80", "\xE1\x9E"})
        EXPECT_FALSE(is_utf8(bad));
}

TEST(AsUtf8, ReplacesEveryByteThatIsNoCharacter) {
    EXPECT_EQ(as_utf8("for\xEAt"), "for\xEF\xBF\xBDt");
    EXPECT_EQ(as_utf8("\xC3\xA9"), "\xC3\xA9");
}

}  // namespace
}  // namespace reddline
