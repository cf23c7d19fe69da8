#include "gdal_io/zone_outlines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reddline::gdal_io {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

using Point = std::array<double, 2>;

TEST(Sketched, PutsRingsIntoCellsFromTheCornerOfTheWindow) {
    const ZoneOutlines outlines{{{{{20, 30}, {40, 30}, {40, 50}, {20, 50}}}}, {}};
    const auto zones = sketched(outlines, {20, 10, 100, 100}, 4);
    ASSERT_THAT(zones, SizeIs(2));
    EXPECT_THAT(zones[0], ElementsAre(ElementsAre(Point{0, 5}, Point{5, 5}, Point{5, 10}, Point{0, 10})));
    EXPECT_TRUE(zones[1].empty());
}

TEST(Sketched, LeavesOutWhatIsSmallerThanHalfACell) {
    const ZoneOutlines outlines{{{
        {{0, 0}, {50, 1}, {100, 0}, {100, 100}, {0, 100}},  // the second corner is 0.1 cells off the edge
        {{40, 40}, {41, 40}, {41, 41}, {40, 41}},           // a hole of a tenth of a cell
    }}};
    const auto zones = sketched(outlines, {0, 0, 100, 100}, 10);
    EXPECT_THAT(zones[0], ElementsAre(ElementsAre(Point{0, 0}, Point{10, 0}, Point{10, 10}, Point{0, 10})));
}

}  // namespace
}  // namespace reddline::gdal_io
