#include "report/map_pictures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reddline::report {
namespace {

using testing::ElementsAre;

MapCells one_cell(const MapCell& cell) {
    return {2, 1, 1, {cell}};
}

std::vector<std::uint8_t> opaque(const Colour& colour) {
    return {colour.red, colour.green, colour.blue, 255};
}

TEST(SharePicture, GivesACellTheClassOfItsShare) {
    const auto shown = [](std::uint64_t forest, std::uint64_t lost) {
        return share_picture(one_cell({200, forest, lost, 0, 0, 0})).rgba;
    };
    EXPECT_EQ(shown(200, 0), opaque(share_classes[0].colour));
    EXPECT_EQ(shown(200, 1), opaque(share_classes[1].colour));
    EXPECT_EQ(shown(200, 4), opaque(share_classes[1].colour));  // exactly 2 %
    EXPECT_EQ(shown(200, 5), opaque(share_classes[2].colour));
    EXPECT_EQ(shown(200, 100), opaque(share_classes[4].colour));
    EXPECT_EQ(shown(200, 200), opaque(share_classes[5].colour));
}

TEST(SharePicture, LeavesOutWhatLiesInNoZone) {
    EXPECT_THAT(share_picture(one_cell({})).rgba, ElementsAre(0, 0, 0, 0));
}

TEST(MeanPicture, IsTheMeanOfThePixelsInZones) {
    // Three of four pixels: (10 + 20 + 25) / 3 = 18.3, (0 + 0 + 2) / 3 = 0.7; three quarters of 255 = 191.25.
    EXPECT_THAT(mean_picture(one_cell({3, 0, 0, 55, 2, 765})).rgba, ElementsAre(18, 1, 255, 191));
    EXPECT_THAT(mean_picture(one_cell({})).rgba, ElementsAre(0, 0, 0, 0));
}

}  // namespace
}  // namespace reddline::report
