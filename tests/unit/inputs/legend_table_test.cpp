#include "inputs/legend_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using tests::error_line;

TEST(LegendTable, GivesEveryCodeItsStratum) {
    const Legend legend =
        parse_legend("code,stratum,forest\n112,evergreen,1\n20,shrubs,0\n116,evergreen,1\n", "legend.csv");
    EXPECT_EQ(legend.source(), "legend.csv");
    EXPECT_THAT(legend.strata(),
                ElementsAre(Stratum{"evergreen", StratumKind::forest}, Stratum{"shrubs", StratumKind::non_forest}));
    EXPECT_EQ(legend.codes().at("112"), 0);
    EXPECT_EQ(legend.codes().at("20"), 1);
    EXPECT_EQ(legend.codes().at("116"), 0);
}

TEST(LegendTable, KeepsExcludedTreeCoverApart) {
    const Legend legend =
        parse_legend("code,stratum,forest,excluded\nHr,rubber,0,1\nE,evergreen,1,0\nW,water,0,0\n", "l.csv");
    EXPECT_THAT(legend.strata(),
                ElementsAre(Stratum{"rubber", StratumKind::excluded}, Stratum{"evergreen", StratumKind::forest},
                            Stratum{"water", StratumKind::non_forest}));
}

TEST(LegendTable, StopsAtAFlagThatIsNotZeroOrOne) {
    EXPECT_THAT(
        error_line([] { return parse_legend("code,stratum,forest\n112,evergreen,1\n20,shrubs,no\n", "l.csv"); }),
        HasSubstr("table_malformed: l.csv:3: forest: expected 0 or 1, found \"no\";"));
    EXPECT_THAT(error_line([] { return parse_legend("code,stratum,forest,excluded\n1,a,1,\n", "l.csv"); }),
                HasSubstr("table_malformed: l.csv:2: excluded: expected 0 or 1, found nothing;"));
}

TEST(LegendTable, StopsAtAStratumThatIsForestAndExcluded) {
    EXPECT_THAT(error_line([] { return parse_legend("code,stratum,forest,excluded\nHr,rubber,1,1\n", "l.csv"); }),
                HasSubstr("l.csv:2: forest: expected 0 where excluded is 1"));
}

TEST(LegendTable, StopsAtACodeGivenTwiceWithItsLine) {
    EXPECT_THAT(error_line([] { return parse_legend("code,stratum,forest\n20,a,1\n30,b,0\n20,b,0\n", "l.csv"); }),
                HasSubstr("table_malformed: l.csv:4: expected every code once, found code 20 again;"));
}

TEST(LegendTable, StopsAtAStratumWithTwoMeaningsWithItsLine) {
    EXPECT_THAT(error_line([] { return parse_legend("code,stratum,forest\n20,a,1\n30,a,0\n", "l.csv"); }),
                HasSubstr("table_malformed: l.csv:3: expected one meaning per stratum, found 'a'"));
}

TEST(LegendTable, StopsAtAnEmptyCodeOrStratum) {
    EXPECT_THAT(error_line([] { return parse_legend("code,stratum,forest\n,a,1\n", "l.csv"); }),
                HasSubstr("l.csv:2: code: expected a text, found nothing;"));
    EXPECT_THAT(error_line([] { return parse_legend("code,stratum,forest\n20,,1\n", "l.csv"); }),
                HasSubstr("l.csv:2: stratum: expected a text, found nothing;"));
}

TEST(LegendTable, StopsWithoutAnyCode) {
    EXPECT_THAT(error_line([] { return parse_legend("code,stratum,forest\n", "l.csv"); }),
                HasSubstr("table_malformed: l.csv: expected at least one line below the columns, found none;"));
}

TEST(LegendTable, StopsAtAnUnknownColumn) {
    EXPECT_THAT(error_line([] { return parse_legend("code,name,forest\nE,evergreen,1\n", "l.csv"); }),
                HasSubstr("l.csv:1: expected known columns, found \"name\""));
}

TEST(LegendTable, ReadsCodesFromTheColumnThatIsAskedFor) {
    EXPECT_EQ(parse_legend_of("class,stratum,forest\nE,evergreen,1\n", "c.csv", "class").codes().count("E"), 1U);
    EXPECT_THAT(error_line([] { return parse_legend_of("code,stratum,forest\n", "c.csv", "class"); }),
                HasSubstr("c.csv:1: expected known columns, found \"code\"; the nearest known one is \"class\""));
}

}  // namespace
}  // namespace reddline::inputs
