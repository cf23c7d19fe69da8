#include "pipeline/crosstab_tiles.hpp"

#include <oneapi/tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include "domain/units.hpp"
#include "kernels/forest_mask.hpp"
#include "kernels/patch_filter.hpp"
#include "pipeline/crosstab_sum.hpp"
#include "pipeline/ordered_map.hpp"
#include "pipeline/pixel_counter.hpp"
#include "pipeline/spread.hpp"
#include "raster/halo_plan.hpp"

namespace reddline::pipeline {

namespace {

using kernels::CodeTable;

/// What one thread keeps from block to block.
struct Worker {
    Worker(std::unique_ptr<raster::LayerStack> layers, const CrosstabRules& rules)
        : stack{std::move(layers)},
          counters(rules.min_area_ha > 0.0 ? 2 : 1, PixelCounter({.last_loss_code = rules.codes.last_code()},
                                                                 kernels::available_instruction_sets().back())) {}

    std::unique_ptr<raster::LayerStack> stack;
    std::vector<PixelCounter> counters;  ///< one per minimum area
    raster::Block block;
    std::vector<std::uint8_t> forest_cover_pct;
    raster::Layer opened_pct;
    kernels::PatchWorkspace patches;
};

/// For each byte of a layer, whether a forest may stand there: 0 where it may not.
template <class MayBeForest>
CodeTable forest_mask(const raster::Layer& layer, const MayBeForest& may_be_forest) {
    CodeTable mask{};
    for (std::size_t byte = 0; byte < mask.size(); ++byte)
        mask[byte] = may_be_forest(layer.code_of()[byte]) ? 1 : 0;
    return mask;
}

/// A layer that can rule forest out, and for which of its bytes.
struct ForestMask {
    const raster::Layer* layer;
    CodeTable allows;
};

/// The layers that rule forest out for any byte: no data, water, or a stratum that is excluded from forest.
std::vector<ForestMask> forest_masks(const raster::Block& block, const CrosstabRules& rules) {
    std::vector<ForestMask> masks{
        {&block.loss_code, forest_mask(block.loss_code, [](std::uint8_t code) { return code != raster::no_data; })}};
    if (block.has_land) {
        masks.push_back({&block.land, forest_mask(block.land, [](std::uint8_t code) { return code == 1; })});
    }
    if (const auto baseline = baseline_map(rules.maps)) {
        const std::vector<Stratum>& strata = rules.maps[*baseline].legend.strata();
        masks.push_back({&block.strata[*baseline], forest_mask(block.strata[*baseline], [&](std::uint8_t code) {
                             return code >= strata.size() || strata[code].kind != StratumKind::excluded;
                         })});
    }
    std::erase_if(masks, [](const ForestMask& mask) {
        return std::ranges::all_of(mask.allows, [](std::uint8_t allowed) { return allowed != 0; });
    });
    return masks;
}

/// Calls `visit` with the bytes of a layer, piece by piece of each row, and the pixels of `image` at the same place.
template <class Visit>
void for_each_piece(const raster::Layer& layer, const raster::Window& window, std::span<std::uint8_t> image,
                    const Visit& visit) {
    for (std::int64_t row = 0; row < window.rows; ++row) {
        for (std::int64_t column = 0; column < window.columns;) {
            const raster::Layer::Pixels pixels = layer.pixels(row, column);
            const auto count = static_cast<std::size_t>(pixels.count);
            visit(std::span(pixels.first, count),
                  image.subspan(static_cast<std::size_t>(row * window.columns + column), count));
            column += pixels.count;
        }
    }
}

/// The canopy cover that the patch filter leaves; pixels without a usable cover keep their mark, so that they are
/// excluded or rejected as without the filter.
void open_cover(const CrosstabRules& rules, Worker& worker) {
    using Bytes = std::span<const std::uint8_t>;
    using Image = std::span<std::uint8_t>;
    const raster::Block& block = worker.block;
    const raster::Window& window = block.window;
    const kernels::CoverCodes codes(block.cover_pct.code_of());
    const auto pixels = static_cast<std::size_t>(window.pixels());
    worker.forest_cover_pct.resize(pixels);
    bool any_unusable = false;
    for_each_piece(block.cover_pct, window, worker.forest_cover_pct, [&](Bytes bytes, Image cover_pct) {
        any_unusable = kernels::usable_cover(bytes, codes, cover_pct) || any_unusable;
    });
    for (const ForestMask& mask : forest_masks(block, rules)) {
        for_each_piece(*mask.layer, window, worker.forest_cover_pct,
                       [&](Bytes bytes, Image cover_pct) { kernels::clear_cover(bytes, mask.allows, cover_pct); });
    }
    const Image opened(worker.opened_pct.hold(window), pixels);
    kernels::open_patches(
        worker.forest_cover_pct, static_cast<std::size_t>(window.columns), block.area_cm2,
        whole_cm2(Hectares::of(rules.min_area_ha)),
        rules.neighbours == PatchNeighbours::four ? kernels::Connectivity::four : kernels::Connectivity::eight,
        worker.patches, opened);
    if (!any_unusable) return;
    for_each_piece(block.cover_pct, window, opened,
                   [&](Bytes bytes, Image cover_pct) { kernels::restore_unusable(bytes, codes, cover_pct); });
}

void count_window(const raster::Window& window, const raster::Window& with_halo, const raster::RunTable& zones,
                  const CrosstabRules& rules, Worker& worker) {
    worker.stack->read(with_halo, worker.block);
    const auto describe = [&](std::size_t map, std::int64_t column, std::int64_t row) {
        return worker.stack->describe_unlisted(map, column, row);
    };
    worker.counters[0].count(worker.block, worker.block.cover_pct, window, zones, describe);
    if (worker.counters.size() == 1) return;
    open_cover(rules, worker);
    worker.counters[1].count(worker.block, worker.opened_pct, window, zones, describe);
}

void count_band(const raster::Band& band, const raster::Window& bounds, const raster::RunTable& zones,
                const CrosstabRules& rules, const std::atomic<bool>* stop, Worker& worker) {
    const std::int64_t halo = raster::halo_of(rules.min_area_ha, rules.smallest_pixel_cm2);
    raster::Band with_halo;
    for (const raster::Window& window : band)
        with_halo.push_back(grown(window, halo, bounds));
    for (std::size_t i = 0; i < band.size(); ++i) {
        expect_running(stop);
        if (i % raster::windows_ahead == 0) {
            const std::size_t count = std::min(raster::windows_ahead, band.size() - i);
            worker.stack->announce(std::span(with_halo).subspan(i, count));
        }
        count_window(band[i], with_halo[i], zones, rules, worker);
    }
}

}  // namespace

std::vector<CrosstabOfArea> crosstab_tiles(const std::vector<raster::Band>& plan, const raster::Grid& grid,
                                           const raster::RunTable& zones, const raster::OpenStack& open_stack,
                                           const CrosstabRules& rules, const PassControl& control) {
    const raster::Window bounds{0, 0, grid.columns, grid.rows};
    std::vector<double> min_areas_ha{0.0};
    if (rules.min_area_ha > 0.0) min_areas_ha.push_back(rules.min_area_ha);
    std::size_t done = 0;
    tbb::enumerable_thread_specific<std::unique_ptr<Worker>> workers;
    run_beside(control.threads, control.beside, [&] {
        ordered_map(
            plan.size(), control.threads, control.stop,
            [&](std::size_t i) {
                std::unique_ptr<Worker>& worker = workers.local();
                if (!worker) worker = std::make_unique<Worker>(open_stack(), rules);
                count_band(plan[i], bounds, zones, rules, control.stop, *worker);
                return plan[i].size();
            },
            [&](std::size_t windows) {
                done += windows;
                if (control.progress) control.progress(done);
            });
    });
    std::vector<CrosstabOfArea> tables;
    for (std::size_t i = 0; i < min_areas_ha.size(); ++i) {
        CrosstabSum sum({.last_loss_code = rules.codes.last_code()});
        for (const auto& worker : workers)
            sum.add(worker->counters[i].take());
        tables.push_back({min_areas_ha[i], sum.by_zone(rules.zones, rules.maps.size(), zones)});
    }
    return tables;
}

}  // namespace reddline::pipeline
