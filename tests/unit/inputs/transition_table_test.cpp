#include "inputs/transition_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using tests::error_line;

// Two classes of settlement share a stratum; water (W) never occurs in the tables below.
Legend classes() {
    return parse_classes(
        "class,stratum,forest,excluded\nW,water,0,0\nE,evergreen,1,0\nBu,settlement,0,0\nBt,settlement,0,"
        "0\nHr,rubber,0,1\n",
        "classes.csv");
}

TransitionTable parse(std::string_view lines) {
    return parse_transitions("from,to,start_year,end_year,area_ha\n" + std::string(lines), "tables/matrix.csv",
                             classes());
}

std::string refusal(std::string_view lines) {
    return error_line([&] { return parse(lines); });
}

std::vector<std::string> arcs(const TransitionInterval& interval) {
    std::vector<std::string> all;
    for (const Transition& arc : interval.transitions)
        all.push_back(arc.from + ">" + arc.to);
    return all;
}

TEST(TransitionTable, ReadsAreasSortedByFromAndTo) {
    const TransitionTable table = parse("Hr,Hr,2014,2016,7\nE,Hr,2014,2016,2.5\nE,E,2014,2016,90\n");
    EXPECT_EQ(table.name, "matrix.csv");
    ASSERT_EQ(table.intervals.size(), 1U);
    EXPECT_EQ(table.intervals[0].years(), 2);
    EXPECT_THAT(arcs(table.intervals[0]), ElementsAre("evergreen>evergreen", "evergreen>rubber", "rubber>rubber"));
    EXPECT_EQ(table.intervals[0].transitions[1].area, Hectares::of(2.5));
}

TEST(TransitionTable, ListsTheStrataThatOccurWithTheirKind) {
    const TransitionTable table = parse("E,Hr,2014,2016,2.5\nE,Bt,2014,2016,1\n");
    EXPECT_THAT(table.strata,
                ElementsAre(Stratum{"evergreen", StratumKind::forest}, Stratum{"settlement", StratumKind::non_forest},
                            Stratum{"rubber", StratumKind::excluded}));
}

TEST(TransitionTable, AddsUpClassesThatShareAStratum) {
    // E>Bu and E>Bt are both evergreen>settlement; Bu>Bt stays within the settlement.
    const TransitionTable table = parse("E,Bu,2014,2016,2\nE,Bt,2014,2016,3\nBu,Bt,2014,2016,4\n");
    ASSERT_THAT(arcs(table.intervals[0]), ElementsAre("evergreen>settlement", "settlement>settlement"));
    EXPECT_EQ(table.intervals[0].transitions[0].area, Hectares::of(5.0));
    EXPECT_EQ(table.intervals[0].transitions[1].area, Hectares::of(4.0));
}

TEST(TransitionTable, OrdersIntervalsThatTouchByTheirStart) {
    const TransitionTable table = parse("E,E,2010,2014,5\nE,E,2006,2010,6\nE,E,2014,2016,4\n");
    ASSERT_EQ(table.intervals.size(), 3U);
    EXPECT_EQ(table.intervals[0].start_year, 2006);
    EXPECT_EQ(table.intervals[0].end_year, 2010);
    EXPECT_EQ(table.intervals[1].start_year, 2010);
    EXPECT_EQ(table.intervals[2].start_year, 2014);
    EXPECT_EQ(table.intervals[0].transitions[0].area, Hectares::of(6.0));
}

TEST(TransitionTable, StopsAtANegativeArea) {
    EXPECT_THAT(refusal("E,E,2014,2016,1\nE,Hr,2014,2016,-1\n"),
                HasSubstr("table_malformed: tables/matrix.csv:3: area_ha: expected an area of at least 0 ha, "
                          "found \"-1\";"));
}

TEST(TransitionTable, StopsAtAClassThatIsNotListedAndNamesTheNearest) {
    EXPECT_THAT(refusal("E,Bx,2014,2016,1\n"),
                HasSubstr("matrix.csv:2: to: expected a class of classes.csv (the nearest is \"Bt\"), found \"Bx\";"));
    EXPECT_THAT(refusal("evergreen,E,2014,2016,1\n"), HasSubstr("matrix.csv:2: from: expected a class of classes.csv"));
}

TEST(TransitionTable, StopsAtAnArcGivenTwiceInOneInterval) {
    EXPECT_THAT(refusal("E,Hr,2014,2016,1\nE,E,2014,2016,1\nE,Hr,2014,2016,2\n"),
                HasSubstr("matrix.csv:4: expected every arc of an interval once, found \"E\" to \"Hr\" again;"));
}

TEST(TransitionTable, StopsAtIntervalsThatOverlap) {
    EXPECT_THAT(refusal("E,E,2010,2014,1\nE,E,2012,2016,1\n"),
                HasSubstr("matrix.csv:3: expected intervals that do not overlap, found 2012-2016 beside 2010-2014;"));
    EXPECT_THAT(refusal("E,E,2010,2014,1\nE,Hr,2010,2016,1\n"), HasSubstr("matrix.csv:3: expected intervals"));
    EXPECT_THAT(refusal("E,E,2012,2013,1\nE,Hr,2010,2016,1\n"), HasSubstr("matrix.csv:3: expected intervals"));
}

TEST(TransitionTable, StopsAtAnEndThatIsNotAfterItsStart) {
    EXPECT_THAT(refusal("E,E,2014,2014,1\n"),
                HasSubstr("matrix.csv:2: end_year: expected a year after start_year, found \"2014\";"));
}

TEST(TransitionTable, StopsAtAYearThatIsNone) {
    EXPECT_THAT(refusal("E,E,0,2014,1\n"), HasSubstr("matrix.csv:2: start_year: expected a year such as 2014"));
    EXPECT_THAT(refusal("E,E,2014,99999999999,1\n"), HasSubstr("matrix.csv:2: end_year: expected a year such as 2014"));
}

TEST(TransitionTable, StopsAtAFurtherColumn) {
    EXPECT_THAT(error_line([] {
                    return parse_transitions("from,to,pixels_30m,start_year,end_year,area_ha\n", "m.csv", classes());
                }),
                HasSubstr("m.csv:1: expected known columns, found \"pixels_30m\""));
}

TEST(TransitionTable, StopsWithoutAnyTransition) {
    EXPECT_THAT(refusal(""), HasSubstr("table_malformed: tables/matrix.csv: expected at least one line"));
}

TEST(Classes, StandInTheColumnClass) {
    EXPECT_EQ(classes().index_of("settlement"), 2);
    EXPECT_EQ(classes().codes().at("Bt"), classes().codes().at("Bu"));
    EXPECT_THAT(error_line([] { return parse_classes("class,stratum,forest\nE,evergreen,2\n", "classes.csv"); }),
                HasSubstr("table_malformed: classes.csv:2: forest: expected 0 or 1, found \"2\";"));
}

}  // namespace
}  // namespace reddline::inputs
