#include "pipeline/window_counter.hpp"

#include <utility>

#include "raster/block_plan.hpp"

namespace reddline::pipeline {

WindowCounter::WindowCounter(std::unique_ptr<raster::LayerStack> stack, const raster::Grid& grid,
                             const CrosstabRules& rules)
    : stack_{std::move(stack)},
      bounds_{0, 0, grid.columns, grid.rows},
      rules_{&rules},
      counter_({.last_loss_code = rules.codes.last_code()}, kernels::available_instruction_sets().back(),
               rules.min_area_ha > 0.0 ? Covers::mapped_and_opened : Covers::mapped),
      opener_(rules, kernels::available_instruction_sets().back()) {}

void WindowCounter::announce(std::span<const raster::Window> windows) {
    raster::Band with_halo;
    for (const raster::Window& window : windows)
        with_halo.push_back(grown(window, rules_->halo, bounds_));
    stack_->announce(with_halo);
}

void WindowCounter::read(const raster::Window& window) {
    stack_->read(grown(window, rules_->halo, bounds_), block_);
    opener_.begin(window);
}

void WindowCounter::count(const raster::Window& part, const raster::RunTable& zones) {
    const auto describe = [&](std::size_t map, std::int64_t column, std::int64_t row) {
        return stack_->describe_unlisted(map, column, row);
    };
    if (rules_->min_area_ha <= 0.0) return counter_.count(block_, nullptr, part, zones, describe);
    opener_.for_each_square(block_, part, zones, [&](const raster::Window& square, const OpenedCover& opened) {
        counter_.count(block_, &opened, square, zones, describe);
    });
}

std::vector<CrosstabSum> WindowCounter::take() {
    return counter_.take();
}

}  // namespace reddline::pipeline
