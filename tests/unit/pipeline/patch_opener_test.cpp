#include "pipeline/patch_opener.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "raster/block.hpp"
#include "raster/run_table.hpp"
#include "reference/crosstab_naive.hpp"
#include "reference/draw.hpp"
#include "reference/layer_image.hpp"
#include "unit/pipeline/random_landscape.hpp"

namespace reddline::pipeline {
namespace {

using raster::RunTable;
using raster::Window;

/// A landscape of more than one square, with few levels of cover, so that the naive twin is done with it soon.
RandomLandscape wide_landscape(PixelAreas areas) {
    reference::Draw draw(41);
    RandomLandscape landscape = random_landscape(draw, 850, 430, areas);
    for (std::uint8_t& level : landscape.layers.cover_pct)
        level = static_cast<std::uint8_t>(level <= 100 ? level / 12 : level);
    filter_patches(landscape, 0.6);
    return landscape;
}

RunTable zone_of(const Window& window) {
    std::vector<raster::Span> spans;
    for (std::int64_t row = window.row; row < window.end_row(); ++row)
        spans.push_back({row, window.column, window.end_column(), 0});
    return RunTable(spans);
}

TEST(PatchOpener, OpensEverySquareAsTheNaiveTwinOpensTheWholeImage) {
    for (const PixelAreas areas : {PixelAreas::by_row, PixelAreas::by_pixel}) {
        const RandomLandscape landscape = wide_landscape(areas);
        const std::vector<std::uint8_t> expected = reference::filtered_cover(landscape.layers, landscape.rules);
        const Window all = landscape.layers.window;
        raster::Block block;
        reference::set_block(block, landscape.layers);
        for (const kernels::InstructionSet set : kernels::available_instruction_sets()) {
            PatchOpener opener(landscape.rules, set);
            opener.begin(all);
            std::size_t squares = 0;
            std::int64_t pixels = 0;
            opener.for_each_square(block, all, zone_of(all), [&](const Window& square, const OpenedCover& opened) {
                ++squares;
                pixels += square.pixels();
                for (std::int64_t row = square.row; row < square.end_row(); ++row) {
                    for (std::int64_t column = square.column; column < square.end_column(); ++column) {
                        ASSERT_EQ(*opened.pixels(row, column), expected[landscape.layers.index_of(column, row)])
                            << "column " << column << ", row " << row;
                    }
                }
            });
            EXPECT_GT(squares, 1U);
            EXPECT_EQ(pixels, all.pixels());
        }
    }
}

TEST(PatchOpener, OpensOnlySquaresThatAZoneTouchesAndEachOnce) {
    RandomLandscape landscape = wide_landscape(PixelAreas::by_row);
    const Window all = landscape.layers.window;
    raster::Block block;
    reference::set_block(block, landscape.layers);
    PatchOpener opener(landscape.rules, kernels::InstructionSet::portable);
    opener.begin(all);
    const RunTable corner = zone_of({840, 420, 10, 10});
    std::vector<Window> visited;
    std::vector<std::uint8_t> first;
    opener.for_each_square(block, {845, 0, 5, 425}, corner, [&](const Window& square, const OpenedCover& opened) {
        visited.push_back(square);
        first = opened.cover_pct;
    });
    ASSERT_EQ(visited.size(), 1U);
    EXPECT_EQ(visited[0].end_column(), 850);
    EXPECT_EQ(visited[0].end_row(), 425);
    // Another part of the square finds what has been opened, although the block has changed since.
    landscape.layers.cover_pct.assign(landscape.layers.cover_pct.size(), 0);
    reference::set_block(block, landscape.layers);
    opener.for_each_square(block, {840, 420, 5, 10}, corner, [&](const Window& square, const OpenedCover& opened) {
        visited.push_back(square);
        EXPECT_EQ(opened.cover_pct, first);
    });
    EXPECT_EQ(visited.size(), 2U);
    opener.for_each_square(block, {0, 0, 10, 10}, corner, [](const Window&, const OpenedCover&) { FAIL(); });
}

}  // namespace
}  // namespace reddline::pipeline
