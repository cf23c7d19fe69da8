#include "pipeline/crosstab_tiles.hpp"

#include <oneapi/tbb/enumerable_thread_specific.h>

#include <memory>
#include <span>
#include <utility>

#include "domain/units.hpp"
#include "kernels/patch_filter.hpp"
#include "pipeline/block_tally.hpp"
#include "pipeline/crosstab_sum.hpp"
#include "pipeline/ordered_map.hpp"
#include "raster/halo_plan.hpp"

namespace reddline::pipeline {

namespace {

/// What one thread keeps from block to block.
struct Worker {
    std::unique_ptr<raster::LayerStack> stack;
    raster::Block block;
    std::vector<std::uint8_t> forest_cover_pct;
    std::vector<std::uint8_t> opened_pct;
    kernels::PatchWorkspace patches;
};

/// The tallies of one block, one per minimum area.
using BlockTallies = std::vector<BlockTally>;

void expect_listed(const raster::Block& block, const raster::Window& window, const raster::RunTable& zones,
                   raster::LayerStack& stack) {
    for (std::size_t map = 0; map < block.strata.size(); ++map) {
        zones.for_each(window, [&](std::int64_t row, std::int64_t first, std::int64_t end, std::uint32_t) {
            const std::size_t start = block.index_of(first, row);
            for (std::int64_t column = first; column < end; ++column) {
                if (block.strata[map][start + static_cast<std::size_t>(column - first)] == raster::unlisted_stratum) {
                    throw stack.describe_unlisted(map, column, row);
                }
            }
        });
    }
}

/// Canopy cover as the patch filter sees it: 0 where there is no data, water, or a stratum that is excluded
/// from forest.
void mask_cover(const raster::Block& block, const CrosstabRules& rules, std::vector<std::uint8_t>& cover_pct) {
    const auto baseline = baseline_map(rules.maps);
    std::vector<bool> excluded;
    if (baseline) {
        for (const Stratum& stratum : rules.maps[*baseline].legend.strata()) {
            excluded.push_back(stratum.kind == StratumKind::excluded);
        }
    }
    cover_pct = block.cover_pct;
    for (std::size_t i = 0; i < cover_pct.size(); ++i) {
        const bool has_cover = cover_pct[i] <= 100 && block.loss_code[i] != raster::no_data;
        const bool is_land = block.land.empty() || block.land[i] == 1;
        const bool is_excluded =
            baseline && block.strata[*baseline][i] < excluded.size() && excluded[block.strata[*baseline][i]];
        if (!has_cover || !is_land || is_excluded) cover_pct[i] = 0;
    }
}

void open_cover(const CrosstabRules& rules, Worker& worker) {
    const raster::Block& block = worker.block;
    mask_cover(block, rules, worker.forest_cover_pct);
    worker.opened_pct.resize(block.cover_pct.size());
    kernels::open_patches(
        worker.forest_cover_pct, static_cast<std::size_t>(block.window.columns), block.area_cm2,
        whole_cm2(Hectares::of(rules.min_area_ha)),
        rules.neighbours == PatchNeighbours::four ? kernels::Connectivity::four : kernels::Connectivity::eight,
        worker.patches, worker.opened_pct);
    // A pixel without a usable cover keeps its own mark, so that it is excluded or rejected as without the
    // filter.
    for (std::size_t i = 0; i < worker.opened_pct.size(); ++i) {
        if (block.cover_pct[i] > 100) worker.opened_pct[i] = block.cover_pct[i];
    }
}

BlockTallies tally_window(const raster::Window& window, const raster::Window& bounds, const raster::RunTable& zones,
                          const CrosstabRules& rules, Worker& worker) {
    const std::int64_t halo = raster::halo_of(rules.min_area_ha, rules.smallest_pixel_cm2);
    worker.stack->read(grown(window, halo, bounds), worker.block);
    expect_listed(worker.block, window, zones, *worker.stack);
    BlockTallies tallies;
    tallies.push_back(tally_block(worker.block, worker.block.cover_pct, window, zones, rules));
    if (rules.min_area_ha > 0.0) {
        open_cover(rules, worker);
        tallies.push_back(tally_block(worker.block, worker.opened_pct, window, zones, rules));
    }
    return tallies;
}

}  // namespace

std::vector<CrosstabOfArea> crosstab_tiles(const std::vector<raster::Window>& plan, const raster::Grid& grid,
                                           const raster::RunTable& zones, const raster::OpenStack& open_stack,
                                           const CrosstabRules& rules, const PassControl& control) {
    const raster::Window bounds{0, 0, grid.columns, grid.rows};
    std::vector<double> min_areas_ha{0.0};
    if (rules.min_area_ha > 0.0) min_areas_ha.push_back(rules.min_area_ha);
    std::vector<CrosstabSum> sums(min_areas_ha.size());
    std::size_t done = 0;
    tbb::enumerable_thread_specific<Worker> workers;
    ordered_map(
        plan.size(), control.threads, control.stop,
        [&](std::size_t i) {
            Worker& worker = workers.local();
            if (!worker.stack) worker.stack = open_stack();
            return tally_window(plan[i], bounds, zones, rules, worker);
        },
        [&](const BlockTallies& block) {
            for (std::size_t i = 0; i < sums.size(); ++i)
                sums[i].add(block[i]);
            if (control.progress) control.progress(++done);
        });
    std::vector<CrosstabOfArea> tables;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        tables.push_back({min_areas_ha[i], sums[i].by_zone(rules.zones, rules.maps.size(), zones)});
    }
    return tables;
}

}  // namespace reddline::pipeline
