#include "report/html_text.hpp"

#include <gtest/gtest.h>

namespace reddline::report {
namespace {

TEST(HtmlText, LeavesNoMarkupInANameFromAFile) {
    EXPECT_EQ(html_text("</script><img src=x onerror=alert(1)>"), "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;");
    EXPECT_EQ(html_text("a \"b\" & 'c'"), "a &quot;b&quot; &amp; &#39;c&#39;");
    EXPECT_EQ(html_text("one\ntwo\x7F"), "one two ");
    EXPECT_EQ(html_text("for\xC3\xAAt"), "for\xC3\xAAt");
}

TEST(ScriptJson, CannotEndTheElementThatItStandsIn) {
    EXPECT_EQ(script_json("[\"</script>&\"]"), "[\"\\u003c/script\\u003e\\u0026\"]");
    EXPECT_EQ(script_json("\"a\xE2\x80\xA8"
                          "b\xE2\x80\xA9\""),
              "\"a\\u2028b\\u2029\"");
    EXPECT_EQ(script_json("\"\xE2\x80\x93\""), "\"\xE2\x80\x93\"");
}

}  // namespace
}  // namespace reddline::report
