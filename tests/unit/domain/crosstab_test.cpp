#include "domain/crosstab.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

namespace reddline {
namespace {

using testing::ElementsAre;
using Combination = std::vector<std::uint16_t>;

const OutcomeTally nothing{};

Bin bin(std::uint32_t zone, std::uint32_t combination, std::uint8_t cover_pct, std::uint8_t loss_code, Tally tally) {
    return {{zone, combination, cover_pct, loss_code}, tally};
}

TEST(Crosstab, SortsCombinationsAndRenumbersTheirBins) {
    const Crosstab crosstab{
        2, {{1, 0}, {0, 5}}, {bin(0, 0, 30, 0, {2, 20}), bin(0, 1, 30, 0, {3, 30})}, {nothing}, nothing};
    EXPECT_THAT(crosstab.combinations(), ElementsAre(Combination{0, 5}, Combination{1, 0}));
    EXPECT_THAT(crosstab.bins(), ElementsAre(bin(0, 0, 30, 0, {3, 30}), bin(0, 1, 30, 0, {2, 20})));
}

TEST(Crosstab, KeepsOneOfEqualCombinationsAndAddsUpTheirBins) {
    const Crosstab crosstab{1,
                            {{7}, {3}, {7}},
                            {bin(0, 0, 30, 1, {2, 20}), bin(0, 2, 30, 1, {5, 51}), bin(0, 1, 30, 1, {1, 10})},
                            {nothing},
                            nothing};
    EXPECT_THAT(crosstab.combinations(), ElementsAre(Combination{3}, Combination{7}));
    EXPECT_THAT(crosstab.bins(), ElementsAre(bin(0, 0, 30, 1, {1, 10}), bin(0, 1, 30, 1, {7, 71})));
}

TEST(Crosstab, DropsEmptyBinsAndTheCombinationsThatOnlyTheyHad) {
    const Crosstab crosstab{1, {{9}, {4}, {2}}, {bin(0, 1, 30, 0, {}), bin(0, 0, 30, 0, {1, 10})}, {nothing}, nothing};
    EXPECT_THAT(crosstab.combinations(), ElementsAre(Combination{9}));
    EXPECT_THAT(crosstab.bins(), ElementsAre(bin(0, 0, 30, 0, {1, 10})));
}

TEST(Crosstab, OrdersBinsByZoneCombinationCoverAndLoss) {
    const Crosstab crosstab{1,
                            {{0}, {1}},
                            {bin(1, 0, 0, 0, {1, 1}), bin(0, 1, 0, 0, {2, 2}), bin(0, 0, 9, 0, {3, 3}),
                             bin(0, 0, 8, 2, {4, 4}), bin(0, 0, 8, 1, {5, 5})},
                            {nothing, nothing},
                            nothing};
    EXPECT_THAT(crosstab.bins(), ElementsAre(bin(0, 0, 8, 1, {5, 5}), bin(0, 0, 8, 2, {4, 4}), bin(0, 0, 9, 0, {3, 3}),
                                             bin(0, 1, 0, 0, {2, 2}), bin(1, 0, 0, 0, {1, 1})));
}

TEST(Crosstab, IsTheSameInWhateverOrderThePixelsWereCounted) {
    constexpr std::size_t all_combinations = 6;
    std::mt19937_64 random(20180312);
    const auto below = [&](std::uint64_t limit) { return static_cast<std::uint32_t>(random() % limit); };
    std::vector<Combination> combinations;
    for (std::uint16_t i = 0; i < all_combinations; ++i)
        combinations.push_back({i, static_cast<std::uint16_t>(i % 2)});
    std::vector<Bin> bins;
    for (int i = 0; i < 300; ++i) {
        bins.push_back(bin(below(3), below(all_combinations), static_cast<std::uint8_t>(below(3)),
                           static_cast<std::uint8_t>(below(3)), {1, 757}));
    }
    const std::vector<OutcomeTally> zones(3);
    const Crosstab counted_first{2, combinations, bins, zones, nothing};
    for (int repetition = 0; repetition < 20; ++repetition) {
        // The same pixels, their combinations met in another order and the bins added in another order.
        std::vector<std::uint32_t> met(all_combinations);
        for (std::uint32_t i = 0; i < all_combinations; ++i)
            met[i] = i;
        std::ranges::shuffle(met, random);
        std::vector<Combination> combinations_as_met(all_combinations);
        for (std::size_t i = 0; i < all_combinations; ++i)
            combinations_as_met[met[i]] = combinations[i];
        std::vector<Bin> bins_as_met = bins;
        for (Bin& each : bins_as_met)
            each.key.combination = met[each.key.combination];
        std::ranges::shuffle(bins_as_met, random);
        EXPECT_EQ(Crosstab(2, combinations_as_met, bins_as_met, zones, nothing), counted_first);
    }
}

TEST(Crosstab, ReadsAsManyPixelsAsItsOutcomesHold) {
    OutcomeTally all{};
    all[static_cast<std::size_t>(Outcome::counted)] = {10, 1000};
    all[static_cast<std::size_t>(Outcome::water)] = {4, 400};
    all[static_cast<std::size_t>(Outcome::cover_out_of_range)] = {1, 100};
    OutcomeTally zone{};
    zone[static_cast<std::size_t>(Outcome::counted)] = {10, 1000};
    const Crosstab crosstab{0, {{}}, {bin(0, 0, 30, 0, {10, 1000})}, {zone}, all};
    EXPECT_EQ(crosstab.pixels_read(), 15);
    EXPECT_EQ(crosstab.outcomes(), all);
    EXPECT_EQ(crosstab.zone_outcome(0), zone);
    EXPECT_EQ(crosstab.zones(), 1U);
}

TEST(Crosstab, TakesZonesWithoutAnyStrataMap) {
    const Crosstab crosstab{0, {{}}, {bin(0, 0, 30, 0, {1, 10})}, {nothing}, nothing};
    EXPECT_THAT(crosstab.combinations(), ElementsAre(Combination{}));
    EXPECT_EQ(crosstab.bins().size(), 1U);
}

TEST(Crosstab, StartsEmpty) {
    const Crosstab crosstab{3, 2};
    EXPECT_EQ(crosstab.zones(), 3U);
    EXPECT_EQ(crosstab.maps(), 2U);
    EXPECT_TRUE(crosstab.bins().empty());
    EXPECT_EQ(crosstab.pixels_read(), 0);
    EXPECT_EQ(crosstab, Crosstab(2, {}, {}, std::vector<OutcomeTally>(3), nothing));
}

TEST(Tally, AddsPixelsAndArea) {
    EXPECT_EQ((Tally{1, 10} + Tally{2, 5}), (Tally{3, 15}));
}

TEST(Outcome, HasOneNameEach) {
    std::set<std::string> names;
    for (const Outcome outcome : all_outcomes())
        names.emplace(to_string(outcome));
    EXPECT_EQ(names.size(), outcome_count);
    EXPECT_TRUE(names.contains("outside_zones"));
}

TEST(Outcome, StandsAtItsOwnPlaceInATally) {
    for (std::size_t i = 0; i < outcome_count; ++i)
        EXPECT_EQ(static_cast<std::size_t>(all_outcomes()[i]), i);
}

}  // namespace
}  // namespace reddline
