#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "domain/crosstab.hpp"
#include "pipeline/crosstab_tiles.hpp"
#include "raster/block.hpp"
#include "raster/run_table.hpp"

namespace reddline::pipeline {

/// The non-empty bins of one block for one minimum area, by zone set instead of zone.
struct BlockTally {
    std::vector<std::vector<std::uint16_t>> combinations;  ///< strata per map; bins index into it
    std::vector<Bin> bins;                                 ///< `key.zone` is the zone set
    std::map<std::uint32_t, OutcomeTally> set_outcomes;    ///< outcomes of the pixels in each zone set
    Tally outside;                                         ///< pixels in no zone
};

/// Counts the pixels of `window` (the block may be larger), with the given canopy cover in place of the
/// block's own.
///
/// Shapes: `cover_pct` holds block.window.pixels() values.
/// Source: docs/equations.md, Eq. 2
[[nodiscard]] BlockTally tally_block(const raster::Block& block, std::span<const std::uint8_t> cover_pct,
                                     const raster::Window& window, const raster::RunTable& zones,
                                     const CrosstabRules& rules);

}  // namespace reddline::pipeline
