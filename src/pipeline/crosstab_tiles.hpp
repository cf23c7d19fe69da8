#pragma once

#include <cstdint>
#include <vector>

#include "domain/crosstab.hpp"
#include "pipeline/crosstab_rules.hpp"
#include "pipeline/crosstab_sum.hpp"
#include "raster/block_plan.hpp"
#include "raster/grid.hpp"
#include "raster/layer_stack.hpp"
#include "raster/run_table.hpp"

namespace reddline::pipeline {

/// Counts all windows of the plan into one crosstab per minimum area (0 first, then the filter's, where one is
/// set).
///
/// The same bytes for any number of threads and any plan that covers the runs; only how many pixels lie outside
/// every zone depends on the plan, since it says what is read.
/// Errors: those of the stack, of the band that comes first; Error{code_unlisted}; Error{stopped}.
/// Source: docs/equations.md, Eq. 2, 5
[[nodiscard]] std::vector<CrosstabOfArea> crosstab_tiles(const std::vector<raster::Band>& plan,
                                                         const raster::Grid& grid, const raster::RunTable& zones,
                                                         const raster::OpenStack& open_stack,
                                                         const CrosstabRules& rules, const PassControl& control);

/// The same pixels as sums by zone set, one per minimum area, to which others may be added.
[[nodiscard]] std::vector<CrosstabSum> sum_tiles(const std::vector<raster::Band>& plan, const raster::Grid& grid,
                                                 const raster::RunTable& zones, const raster::OpenStack& open_stack,
                                                 const CrosstabRules& rules, const PassControl& control);

/// The crosstabs of sums that hold some pixels of the zones; so many pixels more lie outside them.
///
/// Shapes: `sums` has one entry per minimum area.
[[nodiscard]] std::vector<CrosstabOfArea> crosstabs_of_some(const std::vector<CrosstabSum>& sums,
                                                            std::int64_t pixels_outside, const raster::RunTable& zones,
                                                            const CrosstabRules& rules);

/// The crosstabs of sums that hold every pixel of the zones; all further pixels of the plan count as outside them.
///
/// Shapes: `sums` has one entry per minimum area.
/// Errors: Error{internal} when the sums hold another number of pixels.
[[nodiscard]] std::vector<CrosstabOfArea> crosstabs_of(const std::vector<CrosstabSum>& sums,
                                                       const std::vector<raster::Band>& plan,
                                                       const raster::RunTable& zones, const CrosstabRules& rules);

}  // namespace reddline::pipeline
