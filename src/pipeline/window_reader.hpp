#pragma once

#include <memory>
#include <span>

#include "pipeline/crosstab_rules.hpp"
#include "pipeline/patch_opener.hpp"
#include "raster/block.hpp"
#include "raster/grid.hpp"
#include "raster/layer_stack.hpp"
#include "raster/run_table.hpp"
#include "raster/window.hpp"

namespace reddline::pipeline {

/// One thread's way to the pixels: reads windows, with what the patch filter needs around them, and opens their patches.
class WindowReader {
public:
    /// The rules must outlive the reader.
    WindowReader(std::unique_ptr<raster::LayerStack> stack, const raster::Grid& grid, const CrosstabRules& rules);

    /// Tells which windows will be read next, at most `raster::windows_ahead` of them. Errors: those of the stack.
    void announce(std::span<const raster::Window> windows);
    /// Reads a window, and what the patch filter needs around it. Errors: those of the stack.
    void read(const raster::Window& window);
    /// The layers of the window read last, and around it.
    [[nodiscard]] const raster::Block& block() const { return block_; }
    /// Calls `visit(block, opened, part)` for the parts of `window`, which lies in the one read last, that zones touch;
    /// `opened` is null without a patch filter.
    template <class Visit>
    void for_each_part(const raster::Window& window, const raster::RunTable& zones, const Visit& visit) {
        if (rules_->min_area_ha <= 0.0) return visit(block_, static_cast<const OpenedCover*>(nullptr), window);
        opener_.for_each_square(block_, window, zones, [&](const raster::Window& square, const OpenedCover& opened) {
            visit(block_, &opened, square);
        });
    }
    /// The error of a pixel whose code the legend of a map lacks.
    [[nodiscard]] Error describe_unlisted(std::size_t map, std::int64_t column, std::int64_t row) {
        return stack_->describe_unlisted(map, column, row);
    }

private:
    std::unique_ptr<raster::LayerStack> stack_;
    raster::Window bounds_;
    const CrosstabRules* rules_;
    raster::Block block_;
    PatchOpener opener_;
};

}  // namespace reddline::pipeline
