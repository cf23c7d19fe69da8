#include "raster/window.hpp"

#include <gtest/gtest.h>

namespace reddline::raster {
namespace {

TEST(Window, KnowsItsEndsAndPixels) {
    const Window window{.column = 3, .row = -2, .columns = 5, .rows = 4};
    EXPECT_EQ(window.end_column(), 8);
    EXPECT_EQ(window.end_row(), 2);
    EXPECT_EQ(window.pixels(), 20);
    EXPECT_FALSE(window.empty());
    EXPECT_TRUE((Window{.columns = 0, .rows = 4}.empty()));
    EXPECT_TRUE((Window{.columns = 4, .rows = 0}.empty()));
}

TEST(Window, IntersectionHoldsThePixelsOfBoth) {
    const Window a{0, 0, 10, 6};
    EXPECT_EQ(intersection(a, {4, 2, 20, 20}), (Window{4, 2, 6, 4}));
    EXPECT_EQ(intersection({4, 2, 20, 20}, a), (Window{4, 2, 6, 4}));
    EXPECT_EQ(intersection(a, {2, 1, 3, 2}), (Window{2, 1, 3, 2}));
    EXPECT_EQ(intersection(a, {-5, -5, 7, 7}), (Window{0, 0, 2, 2}));
}

TEST(Window, IntersectionOfWindowsThatOnlyTouchIsEmptyAndNeverNegative) {
    const Window a{0, 0, 10, 6};
    EXPECT_TRUE(intersection(a, {10, 0, 5, 5}).empty());
    EXPECT_TRUE(intersection(a, {0, 6, 5, 5}).empty());
    const Window far = intersection(a, {100, 100, 5, 5});
    EXPECT_EQ(far.columns, 0);
    EXPECT_EQ(far.rows, 0);
}

TEST(Window, GrowsOnEverySideUpToTheBounds) {
    const Window bounds{0, 0, 100, 50};
    EXPECT_EQ(grown({20, 20, 10, 10}, 7, bounds), (Window{13, 13, 24, 24}));
    EXPECT_EQ(grown({0, 0, 10, 10}, 7, bounds), (Window{0, 0, 17, 17}));
    EXPECT_EQ(grown({95, 45, 5, 5}, 7, bounds), (Window{88, 38, 12, 12}));
    EXPECT_EQ(grown({20, 20, 10, 10}, 0, bounds), (Window{20, 20, 10, 10}));
}

}  // namespace
}  // namespace reddline::raster
