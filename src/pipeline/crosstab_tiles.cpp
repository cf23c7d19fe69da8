#include "pipeline/crosstab_tiles.hpp"

#include <oneapi/tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "domain/units.hpp"
#include "kernels/patch_filter.hpp"
#include "pipeline/crosstab_sum.hpp"
#include "pipeline/ordered_map.hpp"
#include "pipeline/pixel_counter.hpp"
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

/// The canopy cover that each byte of the cover layer gives a forest; 0 for what is no cover.
CodeTable cover_under_forest(const raster::Layer& cover_pct) {
    CodeTable cover = cover_pct.code_of();
    for (std::uint8_t& code : cover) {
        if (code > kernels::max_cover_pct) code = 0;
    }
    return cover;
}

/// For each byte of a layer, all bits where a forest may stand and none where it may not.
template <class MayBeForest>
CodeTable forest_mask(const raster::Layer& layer, const MayBeForest& may_be_forest) {
    CodeTable mask{};
    for (std::size_t byte = 0; byte < mask.size(); ++byte)
        mask[byte] = may_be_forest(layer.code_of()[byte]) ? 0xFF : 0;
    return mask;
}

/// A layer that can rule forest out, and for which of its bytes.
struct ForestMask {
    const raster::Layer* layer;
    CodeTable mask;
};

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
        return std::ranges::all_of(mask.mask, [](std::uint8_t bits) { return bits != 0; });
    });
    return masks;
}

/// Canopy cover as the patch filter sees it: 0 where there is no data, water, or a stratum that is excluded
/// from forest.
void mask_cover(const raster::Block& block, const CrosstabRules& rules, std::vector<std::uint8_t>& cover_pct) {
    const auto columns = static_cast<std::size_t>(block.window.columns);
    cover_pct.resize(static_cast<std::size_t>(block.window.pixels()));
    const CodeTable cover = cover_under_forest(block.cover_pct);
    const std::vector<ForestMask> masks = forest_masks(block, rules);
    for (std::int64_t row = 0; row < block.window.rows; ++row) {
        std::uint8_t* const to = cover_pct.data() + static_cast<std::size_t>(row) * columns;
        const std::uint8_t* const from = block.cover_pct.row(row);
        for (std::size_t i = 0; i < columns; ++i)
            to[i] = cover[from[i]];
        for (const ForestMask& mask : masks) {
            const std::uint8_t* const bytes = mask.layer->row(row);
            for (std::size_t i = 0; i < columns; ++i)
                to[i] = static_cast<std::uint8_t>(to[i] & mask.mask[bytes[i]]);
        }
    }
}

void open_cover(const CrosstabRules& rules, Worker& worker) {
    const raster::Block& block = worker.block;
    const raster::Window& window = block.window;
    mask_cover(block, rules, worker.forest_cover_pct);
    std::uint8_t* const opened = worker.opened_pct.hold(window);
    const auto columns = static_cast<std::size_t>(window.columns);
    kernels::open_patches(
        worker.forest_cover_pct, columns, block.area_cm2, whole_cm2(Hectares::of(rules.min_area_ha)),
        rules.neighbours == PatchNeighbours::four ? kernels::Connectivity::four : kernels::Connectivity::eight,
        worker.patches, {opened, static_cast<std::size_t>(window.pixels())});
    // A pixel without a usable cover keeps its own mark, so that it is excluded or rejected as without the
    // filter.
    const CodeTable& code_of = block.cover_pct.code_of();
    for (std::int64_t row = 0; row < window.rows; ++row) {
        std::uint8_t* const to = opened + static_cast<std::size_t>(row) * columns;
        const std::uint8_t* const from = block.cover_pct.row(row);
        for (std::size_t i = 0; i < columns; ++i) {
            const std::uint8_t cover = code_of[from[i]];
            if (cover > kernels::max_cover_pct) to[i] = cover;
        }
    }
}

void count_window(const raster::Window& window, const raster::Window& bounds, const raster::RunTable& zones,
                  const CrosstabRules& rules, Worker& worker) {
    const std::int64_t halo = raster::halo_of(rules.min_area_ha, rules.smallest_pixel_cm2);
    worker.stack->read(grown(window, halo, bounds), worker.block);
    const auto describe = [&](std::size_t map, std::int64_t column, std::int64_t row) {
        return worker.stack->describe_unlisted(map, column, row);
    };
    worker.counters[0].count(worker.block, worker.block.cover_pct, window, zones, describe);
    if (worker.counters.size() == 1) return;
    open_cover(rules, worker);
    worker.counters[1].count(worker.block, worker.opened_pct, window, zones, describe);
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
    ordered_map(
        plan.size(), control.threads, control.stop,
        [&](std::size_t i) {
            std::unique_ptr<Worker>& worker = workers.local();
            if (!worker) worker = std::make_unique<Worker>(open_stack(), rules);
            for (const raster::Window& window : plan[i]) {
                expect_running(control.stop);
                count_window(window, bounds, zones, rules, *worker);
            }
            return plan[i].size();
        },
        [&](std::size_t windows) {
            done += windows;
            if (control.progress) control.progress(done);
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
