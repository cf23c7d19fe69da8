#include "pipeline/window_counter.hpp"

#include <utility>

namespace reddline::pipeline {

WindowCounter::WindowCounter(std::unique_ptr<raster::LayerStack> stack, const raster::Grid& grid,
                             const CrosstabRules& rules)
    : reader_(std::move(stack), grid, rules),
      counter_({.last_loss_code = rules.codes.last_code()}, kernels::available_instruction_sets().back(),
               rules.min_area_ha > 0.0 ? Covers::mapped_and_opened : Covers::mapped) {}

void WindowCounter::count(const raster::Window& part, const raster::RunTable& zones) {
    const auto describe = [&](std::size_t map, std::int64_t column, std::int64_t row) {
        return reader_.describe_unlisted(map, column, row);
    };
    reader_.for_each_part(part, zones,
                          [&](const raster::Block& block, const OpenedCover* opened, const raster::Window& square) {
                              counter_.count(block, opened, square, zones, describe);
                          });
}

std::vector<CrosstabSum> WindowCounter::take() {
    return counter_.take();
}

}  // namespace reddline::pipeline
