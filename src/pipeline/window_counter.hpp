#pragma once

#include <memory>
#include <span>
#include <vector>

#include "pipeline/crosstab_rules.hpp"
#include "pipeline/crosstab_sum.hpp"
#include "pipeline/pixel_counter.hpp"
#include "pipeline/window_reader.hpp"
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
    void announce(std::span<const raster::Window> windows) { reader_.announce(windows); }
    /// Reads a window, and what the patch filter needs around it. Errors: those of the stack.
    void read(const raster::Window& window) { reader_.read(window); }
    /// Counts the pixels of the zones in a part of the window that was read last.
    ///
    /// Errors: Error{code_unlisted}.
    void count(const raster::Window& part, const raster::RunTable& zones);
    /// Everything counted since the last time, one sum per minimum area.
    [[nodiscard]] std::vector<CrosstabSum> take();

private:
    WindowReader reader_;
    PixelCounter counter_;
};

}  // namespace reddline::pipeline
