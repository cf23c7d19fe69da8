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

TEST(Layer, FindsEveryPixelOfManyPieces) {
    // Pieces of 3 columns each, but the first of 1 and the last of 2; each pixel is its own column.
    constexpr std::size_t count = 40;
    constexpr std::uint8_t columns = 1 + 38 * 3 + 2;
    std::array<std::uint8_t, columns> codes{};
    Layer layer;
    auto& pieces = layer.refer(count, plain_codes);
    for (std::uint8_t column = 0; column < columns; ++column) {
        codes[column] = column;
        pieces[(column + 2U) / 3U].end = column + 1;
    }
    for (std::size_t piece = 0; piece < count; ++piece)
        pieces[piece].rows = {codes.data() + (piece == 0 ? 0 : pieces[piece - 1].end)};
    for (std::uint8_t column = 0; column < columns; ++column) {
        const Layer::Pixels pixels = layer.pixels(0, column);
        EXPECT_EQ(*pixels.first, column);
        const int end = std::min<int>(columns, (column + 2) / 3 * 3 + 1);
        EXPECT_EQ(pixels.count, end - column) << "column " << int{column};
    }
}

TEST(Layer, KeepsItsPixelsWhenItMoves) {
    Layer layer;
    *layer.hold({0, 0, 1, 1}) = 42;
    const Layer moved = std::move(layer);
    EXPECT_EQ(*moved.pixels(0, 0).first, 42);
}

}  // namespace
}  // namespace reddline::raster
