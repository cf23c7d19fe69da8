#include "kernels/halve.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <vector>

namespace reddline::kernels {
namespace {

using testing::ElementsAre;
using Values = std::vector<std::uint16_t>;

Values halved(const Values& values, std::size_t columns) {
    const std::size_t rows = columns == 0 ? 0 : values.size() / columns;
    Values half((columns + 1) / 2 * ((rows + 1) / 2), 99);
    halve(values, columns, rows, half);
    return half;
}

TEST(Halve, TakesTheMostFrequentValue) {
    EXPECT_THAT(halved({1, 2, 7, 7,  //
                        2, 3, 7, 7},
                       4),
                ElementsAre(2, 7));
}

TEST(Halve, CountsNoZeroUnlessAllAre) {
    EXPECT_THAT(halved({0, 0, 0, 0,  //
                        0, 5, 0, 0},
                       4),
                ElementsAre(5, 0));
}

TEST(Halve, TakesTheFirstAmongEquals) {
    EXPECT_THAT(halved({4, 3,  //
                        3, 4},
                       2),
                ElementsAre(4));
    EXPECT_THAT(halved({0, 9, 2, 1}, 2), ElementsAre(9));
}

TEST(Halve, HasRoomForAnOddColumnAndRow) {
    EXPECT_THAT(halved({1, 1, 5,  //
                        2, 1, 6,  //
                        8, 9, 3},
                       3),
                ElementsAre(1, 5, 8, 3));
    EXPECT_TRUE(halved({}, 0).empty());
}

/// The same by counting every value of a square.
std::uint16_t naive_mode(const Values& values, std::size_t columns, std::size_t column, std::size_t row) {
    std::map<std::uint16_t, int> counts;
    Values order;
    for (std::size_t y = row; y < std::min(row + 2, values.size() / columns); ++y) {
        for (std::size_t x = column; x < std::min(column + 2, columns); ++x) {
            const std::uint16_t value = values[y * columns + x];
            if (value == 0) continue;
            if (counts[value]++ == 0) order.push_back(value);
        }
    }
    std::uint16_t mode = 0;
    for (const std::uint16_t value : order)
        mode = mode == 0 || counts[value] > counts[mode] ? value : mode;
    return mode;
}

TEST(Halve, IsWhatCountingGivesOnRandomImages) {
    std::mt19937_64 random(7);
    for (int image = 0; image < 200; ++image) {
        const std::size_t columns = 1 + random() % 9;
        const std::size_t rows = 1 + random() % 9;
        Values values(columns * rows);
        for (std::uint16_t& value : values)
            value = static_cast<std::uint16_t>(random() % 4);
        const Values half = halved(values, columns);
        for (std::size_t i = 0; i < half.size(); ++i) {
            const std::size_t width = (columns + 1) / 2;
            EXPECT_EQ(half[i], naive_mode(values, columns, i % width * 2, i / width * 2));
        }
    }
}

}  // namespace
}  // namespace reddline::kernels
