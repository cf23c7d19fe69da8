#include "gdal_io/byte_range.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reddline::gdal_io {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(JoinedRanges, JoinsWhatLiesSideBySideInWhateverOrderItComes) {
    EXPECT_THAT(joined_ranges({{20, 10}, {0, 10}, {10, 10}}, 0, 1000), ElementsAre(ByteRange{0, 30}));
    EXPECT_THAT(joined_ranges({}, 0, 1000), IsEmpty());
}

TEST(JoinedRanges, BridgesSmallGapsOnly) {
    EXPECT_THAT(joined_ranges({{0, 10}, {15, 10}, {31, 10}}, 5, 1000),
                ElementsAre(ByteRange{0, 25}, ByteRange{31, 10}));
}

TEST(JoinedRanges, StaysWithinTheBytesOfOneRequestUnlessOneRangeIsLonger) {
    EXPECT_THAT(joined_ranges({{0, 10}, {10, 10}, {20, 10}, {30, 50}}, 0, 20),
                ElementsAre(ByteRange{0, 20}, ByteRange{20, 10}, ByteRange{30, 50}));
}

TEST(JoinedRanges, TakesARangeWithinAnotherAlong) {
    EXPECT_THAT(joined_ranges({{0, 30}, {5, 10}, {5, 10}}, 0, 30), ElementsAre(ByteRange{0, 30}));
}

}  // namespace
}  // namespace reddline::gdal_io
