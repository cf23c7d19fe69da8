#include "kernels/patch_filter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <utility>
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
    open_patches(cover_pct, columns, area_cm2, min_area_cm2, connectivity, InstructionSet::portable, workspace,
                 opened_pct);
    return opened_pct;
}

/// One of the instruction sets that there are.
InstructionSet any_set(reference::Draw& draw) {
    static const std::vector<InstructionSet> sets = available_instruction_sets();
    return sets[static_cast<std::size_t>(draw.whole(0, static_cast<std::int64_t>(sets.size()) - 1))];
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
        open_patches(cover, columns, area_cm2, min_area_cm2, connectivity, any_set(draw), reused, opened_pct);

        ASSERT_EQ(opened_pct, reference::open_patches_naive(cover, columns, area_cm2, min_area_cm2, connectivity))
            << "image " << round << " of " << columns << " x " << rows;
    }
}

/// Ways in which the cover of a small image may be laid out.
enum class Layout : std::uint8_t {
    noise,
    plateaus,
    lines,
    spiral,
    diagonals,
    checkers,
    peaks,
    gradient,
    uniform,
    smooth
};
constexpr std::int64_t layouts = 10;

/// A square spiral of one pixel's width: how far along it a pixel is, or -1 beside it.
std::vector<int> spiral_steps(std::size_t columns, std::size_t rows) {
    std::vector<int> steps(columns * rows, -1);
    const auto width = static_cast<std::int64_t>(columns);
    const auto height = static_cast<std::int64_t>(rows);
    const auto is_free = [&](std::int64_t column, std::int64_t row) {
        return column < 0 || row < 0 || column >= width || row >= height ||
               steps[static_cast<std::size_t>(row * width + column)] < 0;
    };
    std::int64_t column = 0;
    std::int64_t row = 0;
    std::int64_t right = 1;
    std::int64_t down = 0;
    int turns = 0;
    for (int step = 0; turns < 2; ++step) {
        steps[static_cast<std::size_t>(row * width + column)] = step;
        const auto can_go = [&] {
            const std::int64_t to_column = column + right;
            const std::int64_t to_row = row + down;
            return to_column >= 0 && to_row >= 0 && to_column < width && to_row < height &&
                   is_free(to_column, to_row) && is_free(to_column + right, to_row + down);
        };
        for (turns = 0; turns < 2 && !can_go(); ++turns)
            right = std::exchange(down, right) * -1;
        column += right;
        row += down;
    }
    return steps;
}

Cover laid_out(reference::Draw& draw, Layout layout, std::size_t columns, std::size_t rows) {
    Cover cover(columns * rows);
    const std::int64_t levels = draw.whole(1, 4) == 1 ? 100 : draw.whole(1, 6);
    const std::int64_t zeros = draw.whole(0, 3) * levels / 2;
    const std::size_t grain = static_cast<std::size_t>(draw.whole(1, 4));
    const auto any_level = [&] {
        return static_cast<std::uint8_t>(std::max<std::int64_t>(0, draw.whole(-zeros, levels)));
    };
    const auto shade = [&](std::size_t step) {
        return static_cast<std::uint8_t>(step % static_cast<std::size_t>(levels + 1));
    };
    const std::vector<int> spiral = spiral_steps(columns, rows);
    const std::uint8_t base = any_level();
    if (layout == Layout::smooth) return reference::patchy_cover(draw, columns, rows);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            std::uint8_t& level = cover[row * columns + column];
            const bool is_first = row % grain == 0 && column % grain == 0;
            const std::size_t first = (row - row % grain) * columns + column - column % grain;
            switch (layout) {
                case Layout::noise:
                    level = any_level();
                    break;
                case Layout::plateaus:
                    level = is_first ? any_level() : cover[first];
                    break;
                case Layout::lines:
                    level = row % (grain + 1) == 0 || column % (2 * grain + 1) == 0 ? any_level() : base;
                    break;
                case Layout::spiral: {
                    const int step = spiral[row * columns + column];
                    level = step < 0 ? std::uint8_t{0} : shade(static_cast<std::size_t>(step) / (3 * grain));
                    break;
                }
                case Layout::diagonals:
                    level = (row + column) % (grain + 1) == 0 ? any_level() : std::uint8_t{0};
                    break;
                case Layout::checkers:
                    level = (row / grain + column / grain) % 2 == 0 ? any_level() : base;
                    break;
                case Layout::peaks:
                    level = draw.whole(0, 9) == 0 ? any_level() : base;
                    break;
                case Layout::gradient:
                    level = shade((row + 2 * column) / grain);
                    break;
                case Layout::uniform:
                    level = base;
                    break;
                case Layout::smooth:
                    break;
            }
        }
    }
    return cover;
}

TEST(OpenPatches, AgreesWithItsNaiveTwinOnManyKindsOfImages) {
    reference::Draw draw(17);
    PatchWorkspace reused;
    for (int round = 0; round < 4'000; ++round) {
        const auto layout = static_cast<Layout>(round % layouts);
        const auto columns = static_cast<std::size_t>(draw.whole(1, round % 8 == 0 ? 140 : 24));
        const auto rows = static_cast<std::size_t>(draw.whole(1, 20));
        const Cover cover = laid_out(draw, layout, columns, rows);
        const bool per_row = draw.whole(0, 1) == 1;
        const Areas area_cm2 = random_areas(draw, per_row ? rows : cover.size(), draw.whole(0, 1) * 9, 10);
        // From less than a pixel to more than the image.
        const std::int64_t min_area_cm2 = draw.whole(0, 2) == 0 ? draw.whole(0, 1'500) : draw.whole(5, 90);
        for (const Connectivity connectivity : {Connectivity::four, Connectivity::eight}) {
            Cover opened_pct(cover.size());
            open_patches(cover, columns, area_cm2, min_area_cm2, connectivity, any_set(draw), reused, opened_pct);
            ASSERT_EQ(opened_pct, reference::open_patches_naive(cover, columns, area_cm2, min_area_cm2, connectivity))
                << "image " << round << " of " << columns << " x " << rows << ", minimum " << min_area_cm2;
        }
    }
}

/// All images of the given size with levels 0..highest.
void expect_exact_on_all_images(std::size_t columns, std::size_t rows, std::uint8_t highest) {
    PatchWorkspace reused;
    Cover cover(columns * rows);
    Cover opened_pct(cover.size());
    const Areas area_cm2(rows, 1);
    for (bool more = true; more;) {
        for (const std::int64_t min_area_cm2 : {2, 4, 7, 9}) {
            for (const Connectivity connectivity : {Connectivity::four, Connectivity::eight}) {
                open_patches(cover, columns, area_cm2, min_area_cm2, connectivity, InstructionSet::portable, reused,
                             opened_pct);
                ASSERT_EQ(opened_pct,
                          reference::open_patches_naive(cover, columns, area_cm2, min_area_cm2, connectivity))
                    << testing::PrintToString(cover) << " minimum " << min_area_cm2;
            }
        }
        more = std::ranges::any_of(cover, [&](std::uint8_t& level) {
            level = level == highest ? std::uint8_t{0} : static_cast<std::uint8_t>(level + 1);
            return level != 0;
        });
    }
}

TEST(OpenPatches, AgreesWithItsNaiveTwinOnEveryBinaryImageOfFourByFour) {
    expect_exact_on_all_images(4, 4, 1);
}

TEST(OpenPatches, AgreesWithItsNaiveTwinOnEveryImageOfThreeLevelsOfThreeByThree) {
    expect_exact_on_all_images(3, 3, 2);
}

TEST(OpenPatches, AgreesWithItsNaiveTwinOnImagesOfManyRows) {
    reference::Draw draw(19);
    PatchWorkspace reused;
    constexpr std::size_t columns = 70;
    constexpr std::size_t rows = 4'000;
    for (const Layout layout : {Layout::noise, Layout::plateaus, Layout::spiral, Layout::lines, Layout::peaks}) {
        Cover cover = laid_out(draw, layout, columns, rows);
        for (std::uint8_t& level : cover)
            level = std::min<std::uint8_t>(level, 5);
        const Areas area_cm2 = random_areas(draw, rows, 90, 110);
        for (const std::int64_t min_area_cm2 : {195, 700, 12'000}) {
            for (const Connectivity connectivity : {Connectivity::four, Connectivity::eight}) {
                Cover opened_pct(cover.size());
                open_patches(cover, columns, area_cm2, min_area_cm2, connectivity, any_set(draw), reused, opened_pct);
                ASSERT_EQ(opened_pct,
                          reference::open_patches_naive(cover, columns, area_cm2, min_area_cm2, connectivity))
                    << "minimum " << min_area_cm2;
            }
        }
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
