#include "domain/biomass_sums.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

#include "support/thrown_error.hpp"

namespace reddline {
namespace {

TEST(SumOfSquares, StaysExactBeyond128Bits) {
    // Three times (2^64 - 1)^2 is more than 2^129; as a double it is 3 x 2^128 to the last digit that a double has.
    SumOfSquares sum;
    for (int i = 0; i < 3; ++i)
        sum.add(std::numeric_limits<std::uint64_t>::max());
    EXPECT_DOUBLE_EQ(sum.value(), 3.0 * 340282366920938463463374607431768211456.0);
}

TEST(BiomassSums, AddWhatLiesInOneBiomassPixelAsOne) {
    BiomassSums sums;
    sums.add({3, 2000}, {15'000, 1'000});
    sums.add({1, 500}, {20'000, 3'000});
    EXPECT_EQ(sums.forest(), (Tally{4, 2500}));
    EXPECT_EQ(sums.map_pixels(), 2);
    EXPECT_EQ(sums.valued_cm2(), 2500);
    EXPECT_EQ(sums.without_deviation_cm2(), 0);
    EXPECT_EQ(sums.agb(), 2000.0 * 15'000 + 500.0 * 20'000);
    EXPECT_EQ(sums.agb_squares(), 2000.0 * 15'000 * 15'000 + 500.0 * 20'000 * 20'000);
    EXPECT_EQ(sums.deviations(), 2000.0 * 1'000 + 500.0 * 3'000);
    EXPECT_EQ(sums.deviation_squares(), 2'000'000.0 * 2'000'000 + 1'500'000.0 * 1'500'000);
}

TEST(BiomassSums, KeepAreaWithoutAValueOrADeviationApart) {
    BiomassSums sums;
    sums.add({1, 100}, {});
    sums.add({1, 100}, {15'000, std::nullopt});
    EXPECT_EQ(sums.forest(), (Tally{2, 200}));
    EXPECT_EQ(sums.map_pixels(), 1);
    EXPECT_EQ(sums.valued_cm2(), 100);
    EXPECT_EQ(sums.without_deviation_cm2(), 100);
}

TEST(BiomassSums, AreTheSameInWhateverOrderTheyAreAdded) {
    BiomassSums one;
    one.add({3, 2000}, {15'000, 1'000});
    BiomassSums other;
    other.add({1, 500}, {20'000, 3'000});
    BiomassSums there = one;
    there += other;
    BiomassSums back = other;
    back += one;
    EXPECT_EQ(there.agb(), back.agb());
    EXPECT_EQ(there.deviation_squares(), back.deviation_squares());
    EXPECT_EQ(there.map_pixels(), 2);
}

TEST(BiomassSums, StopAtPixelsWhoseSquaresWouldNotBeExact) {
    BiomassSums sums;
    EXPECT_THAT(tests::error_line([&] {
                    sums.add({1, 100'000'000'000'000}, {20'000, 200'000});
                    return 0;
                }),
                testing::HasSubstr("expected pixels of less than 9,200 km2"));
}

}  // namespace
}  // namespace reddline
