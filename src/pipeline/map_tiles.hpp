#pragma once

#include <functional>
#include <vector>

#include "domain/forest_rule.hpp"
#include "pipeline/crosstab_rules.hpp"
#include "pipeline/map_painter.hpp"
#include "raster/block_plan.hpp"
#include "raster/grid.hpp"
#include "raster/layer_stack.hpp"
#include "raster/run_table.hpp"

namespace reddline::pipeline {

/// Takes what a window shows; called from one thread at a time, in any order.
using TakeMapTile = std::function<void(const MapTile&)>;

/// Paints every window of the plan. `rules` open patches by the minimum area of the forest rule, or not at all.
///
/// Errors: those of the stack and of `take`; Error{code_unlisted}; Error{stopped}.
void paint_tiles(const std::vector<raster::Band>& plan, const raster::Grid& grid, const raster::RunTable& zones,
                 const raster::OpenStack& open_stack, const CrosstabRules& rules, const ForestRule& forest,
                 const PassControl& control, const TakeMapTile& take);

}  // namespace reddline::pipeline
