#include "pipeline/window_counter.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/units.hpp"
#include "kernels/forest_mask.hpp"
#include "raster/block_plan.hpp"

namespace reddline::pipeline {

namespace {

/// A layer that can rule forest out, and for which of its bytes.
struct ForestMask {
    const raster::Layer* layer;
    kernels::RuledOutBytes ruled_out;
};

template <class MayBeForest>
ForestMask forest_mask(const raster::Layer& layer, const MayBeForest& may_be_forest) {
    kernels::CodeTable allows{};
    for (std::size_t byte = 0; byte < allows.size(); ++byte)
        allows[byte] = may_be_forest(layer.code_of()[byte]) ? 1 : 0;
    return {&layer, kernels::RuledOutBytes(allows)};
}

/// The layers that rule forest out for any byte: no data, water, or a stratum that is excluded from forest.
std::vector<ForestMask> forest_masks(const raster::Block& block, const CrosstabRules& rules) {
    std::vector<ForestMask> masks{
        forest_mask(block.loss_code, [](std::uint8_t code) { return code != raster::no_data; })};
    if (block.has_land) masks.push_back(forest_mask(block.land, [](std::uint8_t code) { return code == 1; }));
    if (const auto baseline = baseline_map(rules.maps)) {
        const std::vector<Stratum>& strata = rules.maps[*baseline].legend.strata();
        masks.push_back(forest_mask(block.strata[*baseline], [&](std::uint8_t code) {
            return code >= strata.size() || strata[code].kind != StratumKind::excluded;
        }));
    }
    std::erase_if(masks, [](const ForestMask& mask) { return mask.ruled_out.empty(); });
    return masks;
}

/// Calls `visit` with the bytes of one row of a layer, piece by piece, and the pixels of `image_row` at the same place.
template <class Visit>
void for_each_piece(const raster::Layer& layer, std::int64_t row, std::span<std::uint8_t> image_row,
                    const Visit& visit) {
    for (std::size_t column = 0; column < image_row.size();) {
        const raster::Layer::Pixels pixels = layer.pixels(row, static_cast<std::int64_t>(column));
        const auto count = static_cast<std::size_t>(pixels.count);
        visit(std::span(pixels.first, count), image_row.subspan(column, count));
        column += count;
    }
}

}  // namespace

WindowCounter::WindowCounter(std::unique_ptr<raster::LayerStack> stack, const raster::Grid& grid,
                             const CrosstabRules& rules)
    : stack_{std::move(stack)},
      bounds_{0, 0, grid.columns, grid.rows},
      rules_{&rules},
      counters_(rules.min_area_ha > 0.0 ? 2 : 1, PixelCounter({.last_loss_code = rules.codes.last_code()},
                                                              kernels::available_instruction_sets().back())) {}

void WindowCounter::announce(std::span<const raster::Window> windows) {
    raster::Band with_halo;
    for (const raster::Window& window : windows)
        with_halo.push_back(grown(window, rules_->halo, bounds_));
    stack_->announce(with_halo);
}

void WindowCounter::read(const raster::Window& window) {
    stack_->read(grown(window, rules_->halo, bounds_), block_);
    is_opened_ = false;
}

void WindowCounter::count(const raster::Window& part, const raster::RunTable& zones) {
    const auto describe = [&](std::size_t map, std::int64_t column, std::int64_t row) {
        return stack_->describe_unlisted(map, column, row);
    };
    counters_[0].count(block_, block_.cover_pct, part, zones, describe);
    if (counters_.size() == 1) return;
    if (!std::exchange(is_opened_, true)) open_cover();
    counters_[1].count(block_, opened_pct_, part, zones, describe);
}

std::vector<CrosstabSum> WindowCounter::take() {
    std::vector<CrosstabSum> sums;
    for (PixelCounter& counter : counters_)
        sums.push_back(counter.take());
    return sums;
}

void WindowCounter::open_cover() {
    using Bytes = std::span<const std::uint8_t>;
    using Image = std::span<std::uint8_t>;
    const raster::Window& window = block_.window;
    const auto columns = static_cast<std::size_t>(window.columns);
    const auto row_of = [&](Image image, std::int64_t row) {
        return image.subspan(static_cast<std::size_t>(row) * columns, columns);
    };
    const kernels::CoverCodes codes(block_.cover_pct.code_of());
    const std::vector<ForestMask> masks = forest_masks(block_, *rules_);
    const auto pixels = static_cast<std::size_t>(window.pixels());
    forest_cover_pct_.resize(pixels);
    bool any_unusable = false;
    for (std::int64_t row = 0; row < window.rows; ++row) {
        const Image cover_row = row_of(forest_cover_pct_, row);
        for_each_piece(block_.cover_pct, row, cover_row, [&](Bytes bytes, Image cover_pct) {
            any_unusable = kernels::usable_cover(bytes, codes, cover_pct) || any_unusable;
        });
        for (const ForestMask& mask : masks) {
            for_each_piece(*mask.layer, row, cover_row, [&](Bytes bytes, Image cover_pct) {
                kernels::clear_cover(bytes, mask.ruled_out, cover_pct);
            });
        }
    }
    const Image opened(opened_pct_.hold(window), pixels);
    kernels::open_patches(
        forest_cover_pct_, columns, block_.area_cm2, whole_cm2(Hectares::of(rules_->min_area_ha)),
        rules_->neighbours == PatchNeighbours::four ? kernels::Connectivity::four : kernels::Connectivity::eight,
        patches_, opened);
    if (!any_unusable) return;
    for (std::int64_t row = 0; row < window.rows; ++row) {
        for_each_piece(block_.cover_pct, row, row_of(opened, row),
                       [&](Bytes bytes, Image cover_pct) { kernels::restore_unusable(bytes, codes, cover_pct); });
    }
}

}  // namespace reddline::pipeline
