#include "report/wrapped_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reddline::report {
namespace {

const std::string word(59, 'a');  // two of them with a blank between are 119 characters

TEST(TextWidth, CountsCharactersAndNotBytes) {
    EXPECT_EQ(text_width(""), 0U);
    EXPECT_EQ(text_width("for\u00eat \u2265 10 %"), 12U);
}

TEST(Wrapped, LeavesALineThatFitsAsItIs) {
    EXPECT_EQ(wrapped("", "    "), "\n");
    EXPECT_EQ(wrapped("  warning  of two blanks", "    "), "  warning  of two blanks\n");
    EXPECT_EQ(wrapped(word + " " + word + "a", "    "), word + " " + word + "a\n") << "exactly as wide as the screen";
}

TEST(Wrapped, BreaksAtTheLastBlankThatFitsAndIndentsWhatGoesOn) {
    EXPECT_EQ(wrapped(word + " " + word + "aa", "    "), word + "\n    " + word + "aa\n");
    EXPECT_EQ(wrapped(word + " " + word + " b " + word + " " + word, "  "),
              word + " " + word + "\n  b " + word + "\n  " + word + "\n");
}

TEST(Wrapped, CountsCharactersOfMoreThanOneByteAsOne) {
    std::string accents;
    for (int i = 0; i < 60; ++i)
        accents += "\u00ea";
    EXPECT_EQ(wrapped(word + " " + accents, ""), word + " " + accents + "\n");
}

TEST(Wrapped, KeepsAWordWholeThatIsWiderThanTheScreen) {
    const std::string path(200, 'p');
    EXPECT_EQ(wrapped("at " + path + " b", "  "), "at\n  " + path + "\n  b\n");
    EXPECT_EQ(wrapped(path, "  "), path + "\n");
}

}  // namespace
}  // namespace reddline::report
