#include "raster/block.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace reddline::raster {
namespace {

TEST(Layer, HoldsTheCodesOfAWindowRowByRow) {
    Layer layer;
    std::uint8_t* const first = layer.hold({5, 9, 3, 2});
    for (std::uint8_t i = 0; i < 6; ++i)
        first[i] = i;
    EXPECT_EQ(*layer.pixels(0, 0).first, 0);
    EXPECT_EQ(layer.pixels(0, 0).count, 3);
    EXPECT_EQ(*layer.pixels(1, 2).first, 5);
    EXPECT_EQ(layer.pixels(1, 2).count, 1);
    EXPECT_EQ(layer.code_of()[77], 77);
}

TEST(Layer, RefersToPiecesThatLieElsewhere) {
    // Two blocks side by side: columns 0 and 1 of the window, and columns 2 to 4.
    const std::array<std::uint8_t, 4> left{1, 2, 3, 4};
    const std::array<std::uint8_t, 6> right{5, 6, 7, 8, 9, 10};
    CodeTable table{};
    table[7] = 70;
    Layer layer;
    auto& pieces = layer.refer(2, table);
    pieces[0] = {.end = 2, .rows = {left.data(), left.data() + 2}};
    pieces[1] = {.end = 5, .rows = {right.data(), right.data() + 3}};
    EXPECT_EQ(*layer.pixels(0, 1).first, 2);
    EXPECT_EQ(layer.pixels(0, 1).count, 1);
    EXPECT_EQ(*layer.pixels(0, 2).first, 5);
    EXPECT_EQ(layer.pixels(0, 2).count, 3);
    EXPECT_EQ(*layer.pixels(1, 4).first, 10);
    EXPECT_EQ(layer.code_of()[7], 70);
    *layer.hold({0, 0, 1, 1}) = 7;
    EXPECT_EQ(layer.code_of()[7], 7) << "codes of its own again";
}

TEST(Layer, KeepsItsPixelsWhenItMoves) {
    Layer layer;
    *layer.hold({0, 0, 1, 1}) = 42;
    const Layer moved = std::move(layer);
    EXPECT_EQ(*moved.pixels(0, 0).first, 42);
}

}  // namespace
}  // namespace reddline::raster
