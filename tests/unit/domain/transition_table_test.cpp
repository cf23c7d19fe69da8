#include "domain/transition_table.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(TransitionTable, KnowsTheKindOfItsStrata) {
    TransitionTable table;
    table.strata = {{"evergreen", StratumKind::forest}, {"rubber", StratumKind::excluded}};
    EXPECT_EQ(table.kind_of("evergreen"), StratumKind::forest);
    EXPECT_EQ(table.kind_of("rubber"), StratumKind::excluded);
    EXPECT_EQ(table.kind_of("water"), std::nullopt);
}

TEST(TransitionInterval, LastsFromItsStartToItsEnd) {
    TransitionInterval interval;
    interval.start_year = 2014;
    interval.end_year = 2016;
    EXPECT_EQ(interval.years(), 2);
}

}  // namespace
}  // namespace reddline
