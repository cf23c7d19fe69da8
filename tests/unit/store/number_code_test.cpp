#include "store/number_code.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

namespace reddline::store {
namespace {

TEST(NumberCode, GivesBackNumbersOfEverySize) {
    std::string bytes;
    for (unsigned bit = 0; bit < 64; ++bit) {
        put_number(std::uint64_t{1} << bit, bytes);
        put_number((std::uint64_t{1} << bit) - 1, bytes);
    }
    for (const std::int64_t number :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1}, std::int64_t{-64},
          std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()})
        put_signed(number, bytes);
    put_bytes("abc", bytes);
    put_bytes("", bytes);
    Numbers numbers(bytes);
    for (unsigned bit = 0; bit < 64; ++bit) {
        EXPECT_EQ(numbers.next(), std::uint64_t{1} << bit);
        EXPECT_EQ(numbers.next(), (std::uint64_t{1} << bit) - 1);
    }
    for (const std::int64_t number :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1}, std::int64_t{-64},
          std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()})
        EXPECT_EQ(numbers.next_signed(), number);
    EXPECT_EQ(numbers.next_bytes(), "abc");
    EXPECT_EQ(numbers.next_bytes(), "");
    EXPECT_TRUE(numbers.all_good());
}

TEST(NumberCode, TakesOneByteForASmallNumberOfEitherSign) {
    std::string bytes;
    put_number(127, bytes);
    put_signed(63, bytes);
    put_signed(-64, bytes);
    EXPECT_EQ(bytes, "\x7f\x7e\x7f");
}

TEST(NumberCode, KnowsWhenBytesAreMissingOrLeft) {
    Numbers missing("\x80");
    EXPECT_EQ(missing.next(), 0U);
    EXPECT_FALSE(missing.all_good());
    Numbers left("\x01\x02");
    EXPECT_EQ(left.next(), 1U);
    EXPECT_FALSE(left.all_good());
    Numbers too_many("\x05\x01");
    EXPECT_EQ(too_many.next_count(), 0U) << "no five things fit into one byte";
    EXPECT_FALSE(too_many.all_good());
    Numbers wide("\xff\x7f");
    static_cast<void>(wide.next_as<std::uint8_t>());
    EXPECT_FALSE(wide.all_good());
}

}  // namespace
}  // namespace reddline::store
