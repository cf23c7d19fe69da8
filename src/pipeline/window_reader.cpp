#include "pipeline/window_reader.hpp"

#include <utility>

#include "raster/block_plan.hpp"

namespace reddline::pipeline {

WindowReader::WindowReader(std::unique_ptr<raster::LayerStack> stack, const raster::Grid& grid,
                           const CrosstabRules& rules)
    : stack_{std::move(stack)},
      bounds_{0, 0, grid.columns, grid.rows},
      rules_{&rules},
      opener_(rules, kernels::available_instruction_sets().back()) {}

void WindowReader::announce(std::span<const raster::Window> windows) {
    raster::Band with_halo;
    for (const raster::Window& window : windows)
        with_halo.push_back(grown(window, rules_->halo, bounds_));
    stack_->announce(with_halo);
}

void WindowReader::read(const raster::Window& window) {
    stack_->read(grown(window, rules_->halo, bounds_), block_);
    opener_.begin(window);
}

}  // namespace reddline::pipeline
