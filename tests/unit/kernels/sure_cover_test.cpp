#include "kernels/sure_cover.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "reference/draw.hpp"
#include "reference/patch_filter_naive.hpp"
#include "reference/patchy_landscape.hpp"
#include "reference/sure_cover_naive.hpp"

namespace reddline::kernels {
namespace {

using Cover = std::vector<std::uint8_t>;

Cover sure(const Cover& cover_pct, std::size_t columns, std::int64_t min_pixels, Connectivity connectivity,
           InstructionSet set = InstructionSet::portable) {
    SureCoverWorkspace workspace;
    Cover sure_pct(cover_pct.size(), 77);
    sure_cover(cover_pct, columns, {0, cover_pct.size() / columns}, min_pixels, connectivity, set, workspace, sure_pct);
    return sure_pct;
}

TEST(SureCover, FindsTwoSquaresThatOverlapInOnePixel) {
    const Cover cover{0, 0,  0,  0,   //
                      0, 60, 60, 0,   //
                      0, 60, 90, 70,  //
                      0, 0,  60, 60};
    const Cover seven{0, 0,  0,  0,   //
                      0, 60, 60, 0,   //
                      0, 60, 60, 60,  //
                      0, 0,  60, 60};
    EXPECT_EQ(sure(cover, 4, 7, Connectivity::four), seven);
    EXPECT_EQ(sure(cover, 4, 7, Connectivity::eight), seven);
    EXPECT_THAT(sure(cover, 4, 8, Connectivity::four), testing::Each(0));
}

TEST(SureCover, ReachesThinPartsOfAPatchThroughTheirNeighbours) {
    const Cover cover{50, 50, 50, 50, 0,  0,  0,  //
                      50, 50, 50, 50, 40, 30, 60};
    EXPECT_THAT(sure(cover, 7, 8, Connectivity::four), testing::ElementsAre(50, 50, 50, 50, 0, 0, 0,  //
                                                                            50, 50, 50, 50, 40, 30, 30));
}

TEST(SureCover, IsSureOfNothingWhereNoSquareFits) {
    EXPECT_THAT(sure({9, 9, 9, 9, 9, 9, 9, 9}, 8, 7, Connectivity::eight), testing::Each(0));
    EXPECT_THAT(sure(Cover(100 * 100, 9), 100, 1'000'000, Connectivity::eight), testing::Each(0));
}

TEST(SureCover, LiesBetweenTwoSquaresAndTheOpening) {
    reference::Draw draw(29);
    for (int round = 0; round < 600; ++round) {
        const auto columns = static_cast<std::size_t>(draw.whole(1, round % 20 == 0 ? 300 : 30));
        const auto rows = static_cast<std::size_t>(draw.whole(1, round % 20 == 1 ? 90 : 25));
        const bool smooth = draw.whole(0, 1) == 1;
        Cover cover = reference::patchy_cover(draw, columns, rows);
        const std::int64_t highest = draw.whole(1, 5);
        for (std::uint8_t& level : cover)
            level = static_cast<std::uint8_t>(smooth ? level / 20 : draw.whole(0, highest));
        const std::int64_t side = draw.whole(1, 4);
        const std::int64_t min_pixels =
            draw.whole(std::max<std::int64_t>(2, 2 * (side - 1) * (side - 1) + 1), 2 * side * side);
        const std::vector<std::int64_t> area_cm2(rows, 1);
        for (const Connectivity connectivity : {Connectivity::four, Connectivity::eight}) {
            const Cover found = sure(cover, columns, min_pixels, connectivity);
            const Cover most = reference::open_patches_naive(cover, columns, area_cm2, min_pixels, connectivity);
            const Cover least = reference::squares_side_by_side(cover, columns, static_cast<std::size_t>(side));
            for (std::size_t i = 0; i < cover.size(); ++i) {
                ASSERT_LE(found[i], most[i]) << "image " << round << ", pixel " << i;
                ASSERT_GE(found[i], least[i]) << "image " << round << ", pixel " << i;
            }
        }
    }
}

TEST(SureCover, IsTheSameByEveryInstructionSet) {
    reference::Draw draw(31);
    for (int round = 0; round < 300; ++round) {
        const auto columns = static_cast<std::size_t>(draw.whole(1, 300));
        const auto rows = static_cast<std::size_t>(draw.whole(1, 90));
        Cover cover = reference::patchy_cover(draw, columns, rows);
        for (std::uint8_t& level : cover)
            level = static_cast<std::uint8_t>(draw.whole(0, 3) == 0 ? draw.whole(0, 100) : level);
        const std::int64_t min_pixels = draw.whole(2, round % 10 == 0 ? 9'000 : 60);
        for (const Connectivity connectivity : {Connectivity::four, Connectivity::eight}) {
            const Cover expected = sure(cover, columns, min_pixels, connectivity);
            for (const InstructionSet set : available_instruction_sets())
                ASSERT_EQ(sure(cover, columns, min_pixels, connectivity, set), expected)
                    << "image " << round << ", set " << static_cast<int>(set);
        }
    }
}

TEST(SureCover, LeavesOtherRowsAsTheyAre) {
    SureCoverWorkspace workspace;
    Cover sure_pct(5 * 4, 77);
    sure_cover(Cover(5 * 4, 9), 4, {1, 3}, 7, Connectivity::eight, InstructionSet::portable, workspace, sure_pct);
    EXPECT_THAT(sure_pct, testing::ElementsAre(77, 77, 77, 77, 9, 9, 9, 9, 9, 9, 9, 9, 77, 77, 77, 77, 77, 77, 77, 77));
}

}  // namespace
}  // namespace reddline::kernels
