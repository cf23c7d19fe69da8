#include "kernels/polygon_spans.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "reference/polygon_spans_naive.hpp"
#include "reference/random_polygons.hpp"

namespace reddline::kernels {
namespace {

using reference::PolygonKind;
using reference::Ring;
using reference::Rings;

std::vector<PixelSpan> spans_of(const Rings& rings, std::int64_t columns, std::int64_t rows) {
    std::vector<PixelSpan> spans;
    polygon_spans(rings, columns, rows, spans);
    return spans;
}

/// The raster as text: # inside, . outside.
std::vector<std::string> picture(const Rings& rings, std::int64_t columns, std::int64_t rows) {
    const std::vector<bool> mask = reference::mask_of(spans_of(rings, columns, rows), columns, rows);
    std::vector<std::string> lines(static_cast<std::size_t>(rows));
    for (std::size_t i = 0; i < mask.size(); ++i)
        lines[i / static_cast<std::size_t>(columns)] += mask[i] ? '#' : '.';
    return lines;
}

Ring box(double west, double north, double east, double south) {
    return {{west, north}, {east, north}, {east, south}, {west, south}};
}

TEST(PolygonSpans, TakesThePixelsWhoseCentreIsInside) {
    const Ring triangle{{0.0, 0.0}, {6.0, 0.0}, {0.0, 4.0}};
    EXPECT_THAT(picture({triangle}, 7, 4), testing::ElementsAre("#####..",    // the edge meets the row at 5.25
                                                                "####...",    // at 3.75
                                                                "##.....",    // at 2.25
                                                                "#......"));  // at 0.75
}

TEST(PolygonSpans, LeavesHolesOut) {
    EXPECT_THAT(picture({box(0, 0, 5, 4), box(1, 1, 3, 3)}, 6, 4),
                testing::ElementsAre("#####.", "#..##.", "#..##.", "#####."));
}

TEST(PolygonSpans, CountsACentreOnAnEasternEdgeAndOnBothHorizontalEdgesButNotOnAWesternEdge) {
    EXPECT_THAT(picture({box(1.5, 1.5, 4.5, 3.5)}, 6, 5),
                testing::ElementsAre("......", "..###.", "..###.", "..###.", "......"));
}

TEST(PolygonSpans, GivesAHoleTheCentresOnItsNorthernEdgeOnly) {
    EXPECT_THAT(picture({box(0, 0, 7, 5), box(1.5, 1.5, 4.5, 3.5)}, 7, 5),
                testing::ElementsAre("#######", "##...##", "##...##", "#######", "#######"));
}

TEST(PolygonSpans, DoesNotDependOnTheDirectionOrStartOfARing) {
    reference::Draw draw(3);
    for (int round = 0; round < 500; ++round) {
        const Rings rings = reference::random_polygon(draw, PolygonKind::skyline);
        Rings turned = rings;
        for (Ring& ring : turned) {
            std::ranges::reverse(ring);
            std::ranges::rotate(ring, ring.begin() + 1);
            ring.push_back(ring.front());
        }
        ASSERT_EQ(picture(rings, 24, 18), picture(turned, 24, 18)) << "polygon " << round;
    }
}

TEST(PolygonSpans, AgreesWithItsNaiveTwin) {
    reference::Draw draw(7);
    for (const PolygonKind kind :
         {PolygonKind::star, PolygonKind::skyline, PolygonKind::tangle, PolygonKind::outside}) {
        for (int round = 0; round < 700; ++round) {
            const Rings rings = reference::random_polygon(draw, kind);
            ASSERT_EQ(reference::mask_of(spans_of(rings, 24, 18), 24, 18), reference::polygon_mask_naive(rings, 24, 18))
                << "kind " << static_cast<int>(kind) << ", polygon " << round;
        }
    }
}

TEST(PolygonSpans, GivesEveryPixelOfTwoNeighboursToExactlyOneWhenNoSharedEdgeRunsAlongARowOfCentres) {
    reference::Draw draw(17);
    for (int round = 0; round < 1'000; ++round) {
        const PixelPoint north{draw.half(1, 20), 0.0};
        const PixelPoint south{draw.half(1, 20), 18.0};
        const PixelPoint bend{draw.half(1, 20), static_cast<double>(draw.whole(1, 17))};
        const Ring west{{0.0, 0.0}, north, bend, south, {0.0, 18.0}};
        const Ring east{{24.0, 0.0}, {24.0, 18.0}, south, bend, north};
        const std::vector<bool> in_west = reference::mask_of(spans_of({west}, 24, 18), 24, 18);
        const std::vector<bool> in_east = reference::mask_of(spans_of({east}, 24, 18), 24, 18);
        for (std::size_t i = 0; i < in_west.size(); ++i)
            ASSERT_NE(in_west[i], in_east[i]) << "pair " << round;
    }
}

TEST(PolygonSpans, AreSortedByRowCutToTheRasterAndAppendedToWhatIsThere) {
    std::vector<PixelSpan> spans{{99, 1, 2}};
    const Rings rings{box(-1e18, -1e300, 1e300, 1e18)};
    polygon_spans(rings, 5, 3, spans);
    ASSERT_EQ(spans.size(), 4U);
    EXPECT_EQ(spans[0].row, 99);
    for (std::int64_t row = 0; row < 3; ++row) {
        const PixelSpan& span = spans[static_cast<std::size_t>(row) + 1];
        EXPECT_EQ(span.row, row);
        EXPECT_EQ(span.first, 0);
        EXPECT_EQ(span.end, 5);
    }
}

TEST(PolygonSpans, AreNoneForNothing) {
    EXPECT_TRUE(spans_of({}, 5, 5).empty());
    EXPECT_TRUE(spans_of({{}}, 5, 5).empty());
    EXPECT_TRUE(spans_of({{{2.5, 2.5}}}, 5, 5).empty());
    EXPECT_TRUE(spans_of({box(1, 1, 4, 4)}, 0, 0).empty());
    EXPECT_TRUE(spans_of({box(1.6, 1.6, 2.4, 2.4)}, 5, 5).empty());  // between centres
}

}  // namespace
}  // namespace reddline::kernels
