#include "raster/overlaps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "reference/draw.hpp"

namespace reddline::raster {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(OverlapsOf, CountsThePixelsThatEachPairShares) {
    // columns  0 1 2 3 4 5
    // row 0    a a ab b .       areas 0 and 1 share one pixel
    // row 1    . c c abc b      in row 1 all three share column 3
    const RunTable runs({{0, 0, 3, 0}, {0, 2, 4, 1}, {1, 1, 4, 2}, {1, 3, 4, 0}, {1, 3, 5, 1}});
    EXPECT_THAT(overlaps_of(runs, {true, true, true}),
                ElementsAre(Overlap{0, 1, 2}, Overlap{0, 2, 1}, Overlap{1, 2, 1}));
    EXPECT_THAT(overlaps_of(runs, {false, false, true}), ElementsAre(Overlap{0, 2, 1}, Overlap{1, 2, 1}));
    EXPECT_THAT(overlaps_of(runs, {false, false, false}), IsEmpty());
}

TEST(OverlapsOf, IsEmptyForAreasSideBySideAndWithoutAreas) {
    EXPECT_THAT(overlaps_of(RunTable({{0, 0, 3, 0}, {0, 3, 5, 1}, {1, 0, 3, 1}}), {true, true}), IsEmpty());
    EXPECT_THAT(overlaps_of({}, {}), IsEmpty());
}

TEST(OverlapsOf, CountsAsOneLooksAtEveryPixel) {
    reference::Draw draw(43);
    for (int round = 0; round < 100; ++round) {
        std::vector<Span> spans;
        std::map<std::pair<std::int64_t, std::int64_t>, std::set<std::uint32_t>> areas_of_pixel;
        for (std::int64_t i = draw.whole(0, 30); i > 0; --i) {
            const std::int64_t first = draw.whole(0, 19);
            const Span span{draw.whole(0, 9), first, draw.whole(first + 1, 20),
                            static_cast<std::uint32_t>(draw.whole(0, 6))};
            spans.push_back(span);
            for (std::int64_t column = span.first; column < span.end; ++column)
                areas_of_pixel[{span.row, column}].insert(span.area);
        }
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> expected;
        for (const auto& [pixel, areas] : areas_of_pixel) {
            for (const std::uint32_t a : areas) {
                for (const std::uint32_t b : areas) {
                    if (a < b) ++expected[{a, b}];
                }
            }
        }
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> counted;
        for (const Overlap& overlap : overlaps_of(RunTable(spans), std::vector<bool>(7, true)))
            counted[{overlap.first, overlap.second}] = overlap.pixels;
        EXPECT_EQ(counted, expected);
    }
}

TEST(OverlapsOf, CountsHundredsOfAreasThatAllOverlap) {
    constexpr std::uint32_t areas = 400;
    constexpr std::int64_t rows = 200;
    std::vector<Span> spans;
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::uint32_t area = 0; area < areas; ++area)
            spans.push_back({row, 0, 10'000, area});
    }
    const std::vector<Overlap> overlaps = overlaps_of(RunTable(spans), std::vector<bool>(areas, true));
    ASSERT_EQ(overlaps.size(), areas * (areas - 1) / 2);
    EXPECT_EQ(overlaps.front(), (Overlap{0, 1, 10'000 * rows}));
    EXPECT_EQ(overlaps.back(), (Overlap{398, 399, 10'000 * rows}));
}

}  // namespace
}  // namespace reddline::raster
