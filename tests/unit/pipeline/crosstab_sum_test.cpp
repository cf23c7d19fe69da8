#include "pipeline/crosstab_sum.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <vector>

#include "raster/run_table.hpp"

namespace reddline::pipeline {
namespace {

using testing::Contains;
using testing::ElementsAre;

using Combination = std::vector<std::uint16_t>;

constexpr kernels::TallyShape shape{.last_loss_code = 250};

/// Adds pixels of 10 cm2 by bin.
void add(CrosstabSum& sum, std::uint32_t set, const Combination& combination,
         const std::map<std::size_t, std::uint64_t>& pixels) {
    const kernels::TallyPacking packing(10);
    std::vector<std::uint64_t> packed(shape.bins());
    for (const auto& [bin, count] : pixels)
        packed[bin] = count * packing.pixel(10);
    sum.add(set, sum.number_of(combination), packed, packing);
}

/// Sets of this table: 0 = zone 0 alone, 1 = zones 0 and 2, 2 = zone 2 alone.
raster::RunTable overlapping() {
    return raster::RunTable({{0, 0, 2, 0}, {0, 1, 3, 2}});
}

TEST(CrosstabSum, CountsAPixelOnceForEveryZoneOfItsSet) {
    CrosstabSum sum(shape);
    add(sum, 1, {}, {{shape.bin(40, 3), 5}, {shape.water(), 2}});
    const Crosstab table = sum.by_zone(3, 0, overlapping().sets(), 7);
    EXPECT_THAT(table.bins(), ElementsAre(Bin{{0, 0, 40, 3}, {5, 50}}, Bin{{2, 0, 40, 3}, {5, 50}}));
    OutcomeTally expected{};
    expected[static_cast<std::size_t>(Outcome::counted)] = {5, 50};
    expected[static_cast<std::size_t>(Outcome::water)] = {2, 20};
    EXPECT_EQ(table.zone_outcome(0), expected);
    EXPECT_EQ(table.zone_outcome(1), OutcomeTally{});
    EXPECT_EQ(table.zone_outcome(2), expected);
    EXPECT_EQ(table.pixels_read(), 14) << "7 in zones, each once, and 7 outside";
}

TEST(CrosstabSum, AddsUpSumsWhoseCombinationsAreNumberedDifferently) {
    const std::size_t bin = shape.bin(9, 0);
    CrosstabSum one(shape);
    add(one, 0, {4}, {{bin, 1}});
    add(one, 0, {2}, {{bin, 2}});
    CrosstabSum other(shape);
    add(other, 0, {2}, {{bin, 4}, {shape.bin(8, 1), 1}});
    add(other, 0, {4}, {{bin, 8}});
    one.add(other);
    const Crosstab table = one.by_zone(1, 1, raster::RunTable({{0, 0, 1, 0}}).sets(), 0);
    EXPECT_THAT(table.combinations(), ElementsAre(Combination{2}, Combination{4}));
    EXPECT_THAT(table.bins(),
                ElementsAre(Bin{{0, 0, 8, 1}, {1, 10}}, Bin{{0, 0, 9, 0}, {6, 60}}, Bin{{0, 1, 9, 0}, {9, 90}}));
}

TEST(CrosstabSum, LetsTheFirstReasonDecideWhenSeveralHold) {
    const auto outcome_of = [](std::size_t bin) {
        CrosstabSum sum(shape);
        add(sum, 0, {}, {{bin, 1}});
        const Crosstab table = sum.by_zone(1, 0, raster::RunTable({{0, 0, 1, 0}}).sets(), 0);
        for (const Outcome outcome : all_outcomes()) {
            if (table.outcomes()[static_cast<std::size_t>(outcome)].pixels == 1) return outcome;
        }
        return Outcome::outside_zones;
    };
    EXPECT_EQ(outcome_of(shape.no_data_mask()), Outcome::no_data_mask);
    EXPECT_EQ(outcome_of(shape.water()), Outcome::water);
    EXPECT_EQ(outcome_of(shape.bin(shape.no_data_cover, shape.no_data_loss())), Outcome::no_data_loss);
    EXPECT_EQ(outcome_of(shape.bin(shape.no_data_cover, shape.beyond_last_year())), Outcome::no_data_cover);
    EXPECT_EQ(outcome_of(shape.bin(shape.cover_above_100, shape.beyond_last_year())), Outcome::beyond_last_year);
    EXPECT_EQ(outcome_of(shape.bin(shape.cover_above_100, 250)), Outcome::cover_out_of_range);
    EXPECT_EQ(outcome_of(shape.bin(100, 250)), Outcome::counted);
}

CellTable cell_of(const std::map<std::size_t, std::uint64_t>& counts, const Combination& combination) {
    CrosstabSum sum(shape);
    add(sum, 0, combination, counts);
    return sum.as_cell();
}

TEST(CrosstabSum, GivesAllPixelsByStrataAndBinWhateverTheirZones) {
    CrosstabSum sum(shape);
    add(sum, 1, {4}, {{7, 1}});
    add(sum, 0, {4}, {{7, 2}, {9, 3}});
    add(sum, 0, {2}, {{shape.water(), 4}});
    EXPECT_THAT(sum.as_cell(), ElementsAre(StrataTally{{2}, {{static_cast<std::uint32_t>(shape.water()), {4, 40}}}},
                                           StrataTally{{4}, {{7, {3, 30}}, {9, {3, 30}}}}));
}

TEST(CrosstabSum, AddsCellsToTheZonesOfTheirSet) {
    const std::size_t bin = shape.bin(9, 0);
    CrosstabSum sum(shape);
    add(sum, 1, {4}, {{bin, 1}});
    sum.add(1, std::vector{cell_of({{bin, 2}}, {4}), cell_of({{bin, 4}, {shape.bin(8, 1), 1}}, {4}),
                           cell_of({{bin, 8}}, {2})});
    const Crosstab table = sum.by_zone(3, 1, overlapping().sets(), 0);
    EXPECT_THAT(table.combinations(), ElementsAre(Combination{2}, Combination{4}));
    for (const std::size_t zone : {0U, 2U})
        EXPECT_EQ(table.zone_outcome(zone)[static_cast<std::size_t>(Outcome::counted)], (Tally{16, 160}));
    EXPECT_THAT(table.bins(), Contains(Bin{{2, 1, 9, 0}, {7, 70}}));
    EXPECT_THAT(table.bins(), Contains(Bin{{2, 0, 9, 0}, {8, 80}}));
    EXPECT_THAT(table.bins(), Contains(Bin{{2, 1, 8, 1}, {1, 10}}));
}

TEST(CrosstabSum, IsAnEmptyTableWhenNothingWasAdded) {
    EXPECT_EQ(CrosstabSum(shape).by_zone(2, 1, {}, 0), Crosstab(2, 1));
}

}  // namespace
}  // namespace reddline::pipeline
