#include "kernels/near_marks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "reference/near_marks_naive.hpp"

namespace reddline::kernels {
namespace {

using testing::ElementsAre;
using Pixels = std::vector<std::uint8_t>;

Pixels near(const Pixels& marks, std::size_t columns, std::uint16_t reach) {
    Pixels found(marks.size(), 77);
    std::vector<std::uint16_t> ages(columns, 5);
    near_marks(marks, columns, reach, ages, found);
    return found;
}

TEST(NearMarks, AreTheSquareAroundAMark) {
    EXPECT_THAT(near({0, 0, 0, 0, 0,  //
                      0, 9, 0, 0, 0,  //
                      0, 0, 0, 0, 0,  //
                      0, 0, 0, 0, 0},
                     5, 1),
                ElementsAre(1, 1, 1, 0, 0,  //
                            1, 1, 1, 0, 0,  //
                            1, 1, 1, 0, 0,  //
                            0, 0, 0, 0, 0));
}

TEST(NearMarks, AreTheMarksThemselvesWithoutReach) {
    EXPECT_THAT(near({0, 1, 0, 1}, 2, 0), ElementsAre(0, 1, 0, 1));
}

TEST(NearMarks, EndWithAnEmptyImage) {
    EXPECT_TRUE(near({}, 0, 3).empty());
    EXPECT_TRUE(near({}, 4, 3).empty());
}

TEST(NearMarks, AreThoseOfTheNaiveTwin) {
    std::mt19937 random(1);
    for (int i = 0; i < 200; ++i) {
        const std::size_t columns = 1 + random() % 20;
        Pixels marks(columns * (1 + random() % 15));
        for (std::uint8_t& mark : marks)
            mark = random() % 12 == 0 ? 1 : 0;
        const auto reach = static_cast<std::uint16_t>(random() % 5);

        EXPECT_EQ(near(marks, columns, reach),
                  reference::near_marks_naive(marks, static_cast<std::int64_t>(columns), reach));
    }
}

}  // namespace
}  // namespace reddline::kernels
