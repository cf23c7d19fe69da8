#include "estimation/counter_random.hpp"

#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <cstdint>

#include "reference/philox_naive.hpp"

namespace reddline::estimation {
namespace {

using testing::ElementsAre;

// The known answers that Random123 publishes for philox4x32 of ten rounds.
TEST(PhiloxNaive, GivesTheKnownAnswers) {
    EXPECT_THAT(reference::philox_naive({0, 0, 0, 0}, {0, 0}),
                ElementsAre(0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U));
    EXPECT_THAT(reference::philox_naive({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
                ElementsAre(0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU));
    EXPECT_THAT(reference::philox_naive({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
                ElementsAre(0xd16cfe09U, 0x94fdccebU, 0x5001e420U, 0x24126ea1U));
}

TEST(RandomBits, AreTheFirstTwoWordsOfPhiloxForSeedIndexAndVariable) {
    EXPECT_EQ(random_bits(0, 0, 0), 0xe169c58d'6627e8d5U);
    constexpr std::uint64_t seed = 0x299f31d0'a4093822U;
    constexpr std::uint64_t index = 0x85a308d3'243f6a88U;
    const auto words = reference::philox_naive({0x243f6a88, 0x85a308d3, 7, 0}, {0xa4093822, 0x299f31d0});
    EXPECT_EQ(random_bits(seed, index, 7), words[0] | std::uint64_t{words[1]} << 32U);
}

TEST(RandomBits, ChangeWithEachOfTheThreeNumbers) {
    const std::uint64_t bits = random_bits(1, 2, 3);

    EXPECT_EQ(random_bits(1, 2, 3), bits);
    EXPECT_NE(random_bits(2, 2, 3), bits);
    EXPECT_NE(random_bits(1, 3, 3), bits);
    EXPECT_NE(random_bits(1, 2, 4), bits);
}

TEST(UnitNumber, LiesBetweenZeroAndOneAndIsNeitherOfThem) {
    EXPECT_EQ(unit_number(0), 0x1.0p-53);
    EXPECT_EQ(unit_number(~std::uint64_t{0}), 1.0 - 0x1.0p-53);
    EXPECT_EQ(unit_number(std::uint64_t{1} << 63U), 0.5 + 0x1.0p-53);
}

TEST(RandomBits, HaveAsManyOnesAsZerosInEveryBit) {
    constexpr int draws = 20'000;
    std::array<int, 64> ones{};
    for (int i = 0; i < draws; ++i) {
        const std::uint64_t bits = random_bits(5, static_cast<std::uint64_t>(i), 1);
        for (std::size_t bit = 0; bit < ones.size(); ++bit)
            ones[bit] += static_cast<int>((bits >> bit) & 1U);
    }
    // Five standard deviations of a fair coin: one in some 30,000 such tests would fail by chance; the seed is fixed.
    for (const int count : ones)
        EXPECT_NEAR(count, draws / 2.0, 5.0 * std::sqrt(draws / 4.0));
}

}  // namespace
}  // namespace reddline::estimation
