#include "raster/clip_spans.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <tuple>
#include <vector>

#include "reference/draw.hpp"

namespace reddline::raster {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ClipSpans, KeepsTheSharedPartOfASpanAndOfEachWindowItCrosses) {
    // column   0 1 2 3 4 5 6 7 8 9
    // window       [ first ] [ second ]
    // span       # # # # # # # #
    const std::vector<Window> windows{{2, 4, 3, 2}, {6, 4, 4, 2}};
    EXPECT_THAT(clip_spans({{4, 1, 9, 7}}, windows), ElementsAre(Span{4, 2, 5, 7}, Span{4, 6, 9, 7}));
}

TEST(ClipSpans, DropsWhatOnlyTouchesAWindowFromOutside) {
    const std::vector<Window> window{{2, 4, 3, 2}};
    EXPECT_THAT(clip_spans({{3, 2, 5, 0}, {6, 2, 5, 0}, {4, 0, 2, 0}, {4, 5, 9, 0}}, window), IsEmpty());
}

TEST(ClipSpans, GivesNothingWithoutSpansOrWithoutWindows) {
    EXPECT_THAT(clip_spans({}, {{0, 0, 5, 5}}), IsEmpty());
    EXPECT_THAT(clip_spans({{0, 0, 5, 1}}, {}), IsEmpty());
}

using Pixel = std::tuple<std::int64_t, std::int64_t, std::uint32_t>;  // row, column, area

TEST(ClipSpans, KeepsExactlyThePixelsThatLieInAnyWindow) {
    reference::Draw draw(37);
    const std::vector<Window> windows{{0, 0, 10, 5}, {10, 0, 7, 5}, {3, 8, 9, 4}};
    const auto in_a_window = [&](std::int64_t row, std::int64_t column) {
        return (row >= 0 && row < 5 && column >= 0 && column < 17) ||
               (row >= 8 && row < 12 && column >= 3 && column < 12);
    };
    for (int round = 0; round < 100; ++round) {
        std::vector<Span> spans;
        std::set<Pixel> expected;
        for (std::int64_t i = 0; i < draw.whole(0, 20); ++i) {
            const std::int64_t first = draw.whole(-5, 18);
            const Span span{draw.whole(-2, 13), first, first + draw.whole(0, 12),
                            static_cast<std::uint32_t>(draw.whole(0, 3))};
            spans.push_back(span);
            for (std::int64_t column = span.first; column < span.end; ++column) {
                if (in_a_window(span.row, column)) expected.insert({span.row, column, span.area});
            }
        }
        std::set<Pixel> found;
        for (const Span& span : clip_spans(spans, windows)) {
            EXPECT_LT(span.first, span.end);
            for (std::int64_t column = span.first; column < span.end; ++column)
                found.insert({span.row, column, span.area});
        }
        ASSERT_EQ(found, expected) << "round " << round;
    }
}

}  // namespace
}  // namespace reddline::raster
