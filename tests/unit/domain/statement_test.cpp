#include "domain/statement.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(CreditTotals, AreAnUpperBoundUnlessWhatEveryBeltDisplacedIsKnown) {
    CreditTotals totals;
    EXPECT_TRUE(totals.is_upper_bound());

    totals.displaced = TonnesCO2e{};
    EXPECT_FALSE(totals.is_upper_bound());

    totals.unseen_belts = 1;
    EXPECT_TRUE(totals.is_upper_bound());
}

TEST(ReadingsOfAZone, AreARunOfThoseOfAllZones) {
    const std::vector<ReadingResult> readings{
        {0, {}, {}, {}, Refusal{"first"}}, {2, {}, {}, {}, Refusal{"second"}}, {2, {}, {}, {}, Refusal{"third"}}};
    EXPECT_EQ(readings_of(readings, 0).data(), &readings[0]);
    EXPECT_EQ(readings_of(readings, 0).size(), 1U);
    EXPECT_EQ(readings_of(readings, 2).data(), &readings[1]);
    EXPECT_EQ(readings_of(readings, 2).size(), 2U);
    EXPECT_TRUE(readings_of(readings, 1).empty());
    EXPECT_TRUE(readings_of({}, 0).empty());
}

}  // namespace
}  // namespace reddline
