#include "store/cell_place.hpp"

#include <gtest/gtest.h>

#include <string>

namespace reddline::store {
namespace {

TEST(CellPlace, IsThreeNumbersWithTheLowestByteFirst) {
    const std::string bytes = encoded(CellPlace{0x0102, 3, 0xFF00000000000000});
    EXPECT_EQ(bytes, std::string("\x02\x01\0\0\0\0\0\0\x03\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xFF", place_bytes));
    EXPECT_EQ(place_in(bytes), (CellPlace{0x0102, 3, 0xFF00000000000000}));
}

TEST(CellPlace, SumsBytesByTheFirstEightOfTheirSha256) {
    // FIPS 180-2, appendix B.1: SHA-256 of "abc" begins with ba7816bf 8f01cfea.
    EXPECT_EQ(sum_of("abc"), 0xEACF018FBF1678BAU);
}

}  // namespace
}  // namespace reddline::store
