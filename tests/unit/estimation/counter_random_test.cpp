#include "estimation/counter_random.hpp"

#include <Random123/philox.h>
#include <gmock/gmock.h>

#include <array>
#include <cmath>

namespace reddline::estimation {
namespace {

/// A line of the file kat_vectors that comes with Random123 1.14: philox4x32, 10 rounds.
struct KnownAnswer {
    r123::Philox4x32::ctr_type counter;
    r123::Philox4x32::key_type key;
    r123::Philox4x32::ctr_type answer;
};

TEST(CounterRandom, GivesTheKnownAnswerOfRandom123) {
    // philox4x32 10, counter and key 0: 6627e8d5 e169c58d bc57ac4c 9b00dbd8
    EXPECT_EQ(random_bits(0, 0, 0), 0xe169c58d6627e8d5U);
}

TEST(CounterRandom, RestsOnALibraryThatGivesItsPublishedAnswers) {
    const std::array<KnownAnswer, 3> answers{{
        {{{0, 0, 0, 0}}, {{0, 0}}, {{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}}},
        {{{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}},
         {{0xffffffff, 0xffffffff}},
         {{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}}},
        {{{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}},
         {{0xa4093822, 0x299f31d0}},
         {{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}}},
    }};
    for (const KnownAnswer& known : answers)
        EXPECT_EQ(r123::Philox4x32{}(known.counter, known.key), known.answer);
}

TEST(CounterRandom, PutsEveryArgumentWhereItIsSaid) {
    const r123::Philox4x32::ctr_type words =
        r123::Philox4x32{}({{0x89abcdef, 0x01234567, 7, 0}}, {{0x76543210, 0xfedcba98}});

    EXPECT_EQ(random_bits(0xfedcba9876543210U, 0x0123456789abcdefU, 7), (std::uint64_t{words[1]} << 32U) | words[0]);
}

TEST(CounterRandom, HasAsManyOnesAsZerosInEveryBit) {
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
