#include "report/aligned_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/worked_case.hpp"

namespace reddline::report {
namespace {

TEST(Aligned, PutsTextToTheLeftAndNumbersToTheRight) {
    const PlainTable table{{"forest type", "ha"}, {{"evergreen", "1,234.5"}, {"pine", "2.0"}}};
    EXPECT_EQ(aligned(table, "  "),
              "  forest type       ha\n"
              "  evergreen    1,234.5\n"
              "  pine             2.0\n");
}

TEST(Aligned, CountsCharactersAndNotBytes) {
    const PlainTable table{{"zone", "ha"}, {{"Sierra de Neíba", "1"}, {"Préy Läng", "20"}}};
    EXPECT_EQ(aligned(table, ""),
              "zone             ha\n"
              "Sierra de Neíba   1\n"
              "Préy Läng        20\n");
}

TEST(Aligned, SetsEveryColumnOfTextToTheLeftWithoutBlanksAtTheEnd) {
    const PlainTable table{{"stratum", "tC/ha", "source"}, {{"pine", "60", "a book"}, {"x", "120", "b"}}, {0, 2}};
    EXPECT_EQ(aligned(table, ""),
              "stratum  tC/ha  source\n"
              "pine        60  a book\n"
              "x          120  b\n");
    EXPECT_EQ(lines_of(markdown(table))[1], "|---|---:|---|");
}

TEST(Aligned, IsItsHeadWithoutRows) {
    EXPECT_EQ(aligned({{"a", "bc"}, {}}, ""), "a  bc\n");
}

TEST(Markdown, AlignsNumbersToTheRightByTheSecondLine) {
    EXPECT_EQ(markdown({{"zone", "ha", "t"}, {{"park", "1.0", "2"}}}),
              "| zone | ha | t |\n"
              "|---|---:|---:|\n"
              "| park | 1.0 | 2 |\n");
}

TEST(Markdown, KeepsEveryCellOneCellWhateverItsText) {
    const std::string text = markdown({{"zone", "ha"}, {{"a|b</script>\nc", "1"}}});
    EXPECT_EQ(lines_of(text)[2], "| a\\|b\\</script> c | 1 |");
    EXPECT_EQ(lines_of(text).size(), 3U);
}

}  // namespace
}  // namespace reddline::report
