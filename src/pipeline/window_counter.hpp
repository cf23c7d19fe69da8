#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "kernels/patch_filter.hpp"
#include "pipeline/crosstab_rules.hpp"
#include "pipeline/crosstab_sum.hpp"
#include "pipeline/pixel_counter.hpp"
#include "raster/block.hpp"
#include "raster/grid.hpp"
#include "raster/layer_stack.hpp"
#include "raster/run_table.hpp"
#include "raster/window.hpp"

namespace reddline::pipeline {

/// One thread's share of a pass: reads windows and counts their pixels, without the patch filter and, where one is set, with
/// it.
class WindowCounter {
public:
    /// The rules must outlive the counter.
    WindowCounter(std::unique_ptr<raster::LayerStack> stack, const raster::Grid& grid, const CrosstabRules& rules);

    /// Tells which windows will be read next, at most `raster::windows_ahead` of them. Errors: those of the stack.
    void announce(std::span<const raster::Window> windows);
    /// Reads a window, and what the patch filter needs around it. Errors: those of the stack.
    void read(const raster::Window& window);
    /// Counts the pixels of the zones in a part of the window that was read last.
    ///
    /// Errors: Error{code_unlisted}.
    void count(const raster::Window& part, const raster::RunTable& zones);
    /// Everything counted since the last time, one sum per minimum area.
    [[nodiscard]] std::vector<CrosstabSum> take();

private:
    /// Finds the canopy cover that the patch filter leaves; pixels without a usable cover keep their mark, so that they are
    /// excluded or rejected as without the filter.
    void open_cover();

    std::unique_ptr<raster::LayerStack> stack_;
    raster::Window bounds_;
    const CrosstabRules* rules_;
    std::vector<PixelCounter> counters_;  // one per minimum area
    raster::Block block_;
    bool is_opened_ = false;  // the patches of the block
    std::vector<std::uint8_t> forest_cover_pct_;
    raster::Layer opened_pct_;
    kernels::PatchWorkspace patches_;
};

}  // namespace reddline::pipeline
