#include "kernels/patch_filter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "reference/draw.hpp"
#include "reference/patch_filter_naive.hpp"
#include "reference/patchy_landscape.hpp"

namespace reddline::kernels {
namespace {

using Cover = std::vector<std::uint8_t>;
using Areas = std::vector<std::int64_t>;

Cover opened(const Cover& cover_pct, std::size_t columns, const Areas& area_cm2, std::int64_t min_area_cm2,
             Connectivity connectivity = Connectivity::eight) {
    PatchWorkspace workspace;
    Cover opened_pct(cover_pct.size(), 77);
    open_patches(cover_pct, columns, area_cm2, min_area_cm2, connectivity, workspace, opened_pct);
    return opened_pct;
}

Areas random_areas(reference::Draw& draw, std::size_t count, std::int64_t low, std::int64_t high) {
    Areas area_cm2(count);
    for (std::int64_t& area : area_cm2)
        area = draw.whole(low, high);
    return area_cm2;
}

TEST(OpenPatches, LowersAPeakToTheLevelAtWhichItsPatchIsLargeEnough) {
    const Cover cover{0, 0,  0,  0,  0,  0,   //
                      0, 90, 60, 60, 0,  0,   //
                      0, 60, 0,  0,  0,  50,  //
                      0, 0,  0,  0,  50, 50};
    // At three pixels the peak of one pixel falls to the 60 around it; both patches stand.
    EXPECT_THAT(opened(cover, 6, {1, 1, 1, 1}, 3), testing::ElementsAreArray({0, 0,  0,  0,  0,  0,   //
                                                                              0, 60, 60, 60, 0,  0,   //
                                                                              0, 60, 0,  0,  0,  50,  //
                                                                              0, 0,  0,  0,  50, 50}));
    // At four the patch of three pixels at 50 goes.
    EXPECT_THAT(opened(cover, 6, {1, 1, 1, 1}, 4), testing::ElementsAreArray({0, 0,  0,  0,  0, 0,  //
                                                                              0, 60, 60, 60, 0, 0,  //
                                                                              0, 60, 0,  0,  0, 0,  //
                                                                              0, 0,  0,  0,  0, 0}));
}

TEST(OpenPatches, JoinsCornersOnlyWithEightNeighbours) {
    const Cover cover{80, 0,  //
                      0, 80};
    EXPECT_THAT(opened(cover, 2, {1, 1}, 2, Connectivity::eight), testing::ElementsAre(80, 0, 0, 80));
    EXPECT_THAT(opened(cover, 2, {1, 1}, 2, Connectivity::four), testing::ElementsAre(0, 0, 0, 0));
}

TEST(OpenPatches, DoesNotJoinTheEndOfARowWithTheStartOfTheNext) {
    const Cover cover{0,  0, 80,  //
                      80, 0, 0};
    EXPECT_THAT(opened(cover, 3, {1, 1}, 2), testing::Each(0));
}

TEST(OpenPatches, KeepsAPatchOfExactlyTheMinimumArea) {
    const Cover cover{0, 30, 30, 0};
    EXPECT_THAT(opened(cover, 4, {500}, 1'000), testing::ElementsAre(0, 30, 30, 0));
    EXPECT_THAT(opened(cover, 4, {500}, 1'001), testing::ElementsAre(0, 0, 0, 0));
}

TEST(OpenPatches, AddsUpTheAreaOfEachPixelOfAPatch) {
    const Cover cover{30, 30, 0,  //
                      0,  0,  30};
    EXPECT_THAT(opened(cover, 3, {1, 2, 9, 9, 9, 4}, 4, Connectivity::four), testing::ElementsAre(0, 0, 0, 0, 0, 30));
    EXPECT_THAT(opened(cover, 3, {1, 2, 9, 9, 9, 4}, 7, Connectivity::eight),
                testing::ElementsAre(30, 30, 0, 0, 0, 30));
}

TEST(OpenPatches, CopiesTheImageWhenThereIsNoMinimum) {
    const Cover cover{3, 0, 100, 7};
    EXPECT_EQ(opened(cover, 2, {1, 1}, 0), cover);
    EXPECT_EQ(opened(cover, 2, {1, 1}, -5), cover);
}

TEST(OpenPatches, TakesAnEmptyImageAndAnImageSmallerThanTheMinimum) {
    EXPECT_TRUE(opened({}, 0, {}, 5).empty());
    EXPECT_TRUE(opened({}, 3, {}, 5).empty());
    EXPECT_THAT(opened({9, 9, 9, 9}, 2, {1, 1}, 5), testing::Each(0));
}

TEST(OpenPatches, DoesNotOverflowWhenManyPatchesMeetAtTheLargestAreas) {
    const std::int64_t earth_cm2 = 5'100'000'000'000'000'000;
    const Cover cover{9, 1, 9, 1, 9, 1, 9};
    EXPECT_EQ(opened(cover, 7, Areas(1, earth_cm2), earth_cm2), cover);
}

TEST(OpenPatches, AgreesWithItsNaiveTwinOnRandomImages) {
    reference::Draw draw(5);
    PatchWorkspace reused;
    for (int round = 0; round < 600; ++round) {
        const auto columns = static_cast<std::size_t>(draw.whole(1, 14));
        const auto rows = static_cast<std::size_t>(draw.whole(1, 14));
        const std::int64_t highest = draw.whole(1, 6);
        Cover cover(columns * rows);
        for (std::uint8_t& level : cover)
            level = static_cast<std::uint8_t>(std::max<std::int64_t>(0, draw.whole(-2, highest)));
        const bool per_row = draw.whole(0, 1) == 1;
        const Areas area_cm2 = random_areas(draw, per_row ? rows : cover.size(), 1, 9);
        const std::int64_t min_area_cm2 = draw.whole(0, 90);
        const Connectivity connectivity = draw.whole(0, 1) == 1 ? Connectivity::four : Connectivity::eight;

        Cover opened_pct(cover.size());
        open_patches(cover, columns, area_cm2, min_area_cm2, connectivity, reused, opened_pct);

        ASSERT_EQ(opened_pct, reference::open_patches_naive(cover, columns, area_cm2, min_area_cm2, connectivity))
            << "image " << round << " of " << columns << " x " << rows;
    }
}

TEST(OpenPatches, AgreesWithItsNaiveTwinOnPatchyForest) {
    reference::Draw draw(11);
    const Cover cover = reference::patchy_cover(draw, 90, 70);
    const Areas area_cm2 = random_areas(draw, 70, 7'400'000, 7'600'000);
    for (const std::int64_t pixels : {2, 7, 40, 400}) {
        for (const Connectivity connectivity : {Connectivity::four, Connectivity::eight}) {
            const std::int64_t min_area_cm2 = pixels * 7'500'000;
            EXPECT_EQ(opened(cover, 90, area_cm2, min_area_cm2, connectivity),
                      reference::open_patches_naive(cover, 90, area_cm2, min_area_cm2, connectivity));
        }
    }
}

TEST(OpenPatches, IsExactInsideAHaloOfAsManyPixelsAsTheSmallestPatchHas) {
    constexpr std::size_t columns = 96;
    constexpr std::size_t rows = 80;
    constexpr std::size_t core = 16;
    reference::Draw draw(13);
    const Cover cover = reference::patchy_cover(draw, columns, rows);
    const Areas area_cm2 = random_areas(draw, rows, 90, 110);
    const std::int64_t smallest_cm2 = *std::ranges::min_element(area_cm2);
    for (const std::int64_t min_area_cm2 : {95, 250, 700, 1'500}) {
        const auto halo = static_cast<std::size_t>((min_area_cm2 + smallest_cm2 - 1) / smallest_cm2);
        for (const Connectivity connectivity : {Connectivity::four, Connectivity::eight}) {
            const Cover whole = opened(cover, columns, area_cm2, min_area_cm2, connectivity);
            for (std::size_t row = 0; row < rows; row += core) {
                for (std::size_t column = 0; column < columns; column += core) {
                    const std::size_t top = row - std::min(row, halo);
                    const std::size_t left = column - std::min(column, halo);
                    const std::size_t bottom = std::min(rows, row + core + halo);
                    const std::size_t width = std::min(columns, column + core + halo) - left;
                    Cover window;
                    for (std::size_t r = top; r < bottom; ++r) {
                        const auto from = cover.begin() + static_cast<std::ptrdiff_t>(r * columns + left);
                        window.insert(window.end(), from, from + static_cast<std::ptrdiff_t>(width));
                    }
                    const Areas window_area_cm2(area_cm2.begin() + static_cast<std::ptrdiff_t>(top),
                                                area_cm2.begin() + static_cast<std::ptrdiff_t>(bottom));
                    const Cover part = opened(window, width, window_area_cm2, min_area_cm2, connectivity);
                    for (std::size_t r = row; r < row + core; ++r) {
                        for (std::size_t c = column; c < column + core; ++c) {
                            ASSERT_EQ(part[(r - top) * width + c - left], whole[r * columns + c]);
                        }
                    }
                }
            }
        }
    }
}

}  // namespace
}  // namespace reddline::kernels
