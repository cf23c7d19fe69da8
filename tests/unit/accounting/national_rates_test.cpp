#include "accounting/national_rates.hpp"

#include <gmock/gmock.h>

#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Strata of the small legend: evergreen, deciduous, crops, rubber.
constexpr std::size_t evergreen = 0;
constexpr std::size_t deciduous = 1;
constexpr std::size_t crops = 2;

// One year: evergreen loses 6 % to deciduous (330 tCO2e/ha) and 4 % to crops (550), deciduous 5 % to crops (220).
NationalRates rates(Arcs arcs, const CarbonTable& factors = tests::small_factors(), PostStock post = PostStock::zero,
                    const TransitionTable& table = tests::one_national_year()) {
    return national_rates(yearly_probabilities(table, Annualise::linear, Intervals::pooled).value(), factors, arcs,
                          post);
}

TEST(NationalRates, CountWhatLeavesTheForestUnderOption1) {
    const NationalRates found = rates(Arcs::option_1);

    ASSERT_EQ(found.size(), 4U);
    EXPECT_DOUBLE_EQ(found[evergreen].value().lost_share, 0.04);
    EXPECT_DOUBLE_EQ(found[evergreen].value().emission.value(), 22);  // 4 % x 550.
    EXPECT_FALSE(found[evergreen].value().moves_to_forest);
    EXPECT_DOUBLE_EQ(found[deciduous].value().lost_share, 0.05);
    EXPECT_DOUBLE_EQ(found[deciduous].value().emission.value(), 11);  // 5 % x 220.
}

TEST(NationalRates, CountPoorerForestAsWellUnderOption2) {
    const NationalRates found = rates(Arcs::option_2);

    EXPECT_DOUBLE_EQ(found[evergreen].value().lost_share, 0.1);
    EXPECT_DOUBLE_EQ(found[evergreen].value().emission.value(), 41.8);  // 22 + 6 % x 330.
    EXPECT_TRUE(found[evergreen].value().moves_to_forest);
    EXPECT_FALSE(found[deciduous].value().moves_to_forest);
}

TEST(NationalRates, LeaveOutAndNameWhatHoldsAsMuchCarbonOrMore) {
    CarbonTable factors = tests::small_factors();
    factors.stocks["deciduous"] = tests::stock(150);
    factors.stocks["crops"] = tests::stock(200);
    factors.stocks["rubber"] = tests::stock(0);
    const NationalRates found = rates(Arcs::option_2, factors, PostStock::post_stock);

    EXPECT_EQ(found[evergreen].value().lost_share, 0);
    EXPECT_EQ(found[evergreen].value().emission.value(), 0);
    EXPECT_FALSE(found[evergreen].value().moves_to_forest);
    EXPECT_THAT(found[evergreen].value().left_out, ElementsAre("evergreen > deciduous", "evergreen > crops"));
}

TEST(NationalRates, AreZeroForWhatIsNotForestOrHasNoRow) {
    TransitionTable table = tests::one_national_year();
    table.intervals[0].transitions.push_back({"crops", "rubber", Hectares::of(10)});
    const NationalRates found = rates(Arcs::option_2, tests::small_factors(), PostStock::zero, table);

    EXPECT_EQ(found[crops].value().lost_share, 0);
    EXPECT_THAT(found[crops].value().left_out, IsEmpty());
    EXPECT_EQ(found[3].value().lost_share, 0);
}

TEST(NationalRates, RefuseAStratumWhoseFactorIsMissingAndNoOther) {
    const NationalRates found = rates(Arcs::option_1, {"half.csv", {{"evergreen", tests::stock(150)}}});

    EXPECT_TRUE(found[evergreen].given());
    EXPECT_EQ(found[deciduous].refusal().reason, "no carbon factor for 'deciduous' in half.csv");
}

}  // namespace
}  // namespace reddline::accounting
