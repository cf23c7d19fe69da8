#include "report/markdown_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reddline::report {
namespace {

using testing::IsEmpty;

TEST(MarkdownText, LeavesPlainSentencesAlone) {
    for (const char* text :
         {"From 2018-03-12 to 2020-12-31 the maps show 12.5 ha (> 30 %).", "loss_outside_forest", "Ministry A & B",
          "give [[zones]] and [carbon] factors", "Préy Läng, ព្រៃឡង់", "#1 - a + b"}) {
        EXPECT_EQ(markdown_text(text), text);
    }
}

TEST(MarkdownText, EscapesWhatWouldBeMarkup) {
    EXPECT_EQ(markdown_text("a|b"), "a\\|b");
    EXPECT_EQ(markdown_text("a\\|b"), "a\\\\\\|b") << "the backslash must not undo the escape of the pipe";
    EXPECT_EQ(markdown_text("</script><b>"), "\\</script>\\<b>");
    EXPECT_EQ(markdown_text("*x* ~y~ `z`"), "\\*x\\* \\~y\\~ \\`z\\`");
    EXPECT_EQ(markdown_text("_all_ of it"), "\\_all\\_ of it");
    EXPECT_EQ(markdown_text("&lt; &#60;"), "\\&lt; \\&#60;");
    EXPECT_EQ(markdown_text("[park](http://example.org)"), "[park\\](http://example.org)");
}

TEST(MarkdownText, TurnsLineBreaksAndOtherControlCharactersIntoBlanks) {
    EXPECT_EQ(markdown_text("a\nb\r\nc\td\x1b[31m"), "a b  c d [31m");
}

TEST(MarkdownText, IsEmptyForEmptyText) {
    EXPECT_THAT(markdown_text(""), IsEmpty());
}

}  // namespace
}  // namespace reddline::report
