#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

#include "domain/crosstab.hpp"
#include "domain/forest_rule.hpp"
#include "domain/stratum.hpp"
#include "domain/year.hpp"
#include "raster/block_plan.hpp"
#include "raster/grid.hpp"
#include "raster/layer_stack.hpp"
#include "raster/run_table.hpp"

namespace reddline::pipeline {

/// What is counted, and how.
struct CrosstabRules {
    std::size_t zones = 0;
    LossCodes codes;
    std::vector<StrataMap> maps;
    double min_area_ha = 0.0;  ///< 0 = no patch filter
    PatchNeighbours neighbours = PatchNeighbours::eight;
    std::int64_t smallest_pixel_cm2 = 0;  ///< of the grid; sets the halo of the patch filter
};

/// How the work is spread, and how it tells the outside.
struct PassControl {
    std::size_t threads = 1;
    std::function<void(std::size_t windows_done)> progress = {};  ///< called band by band, from one thread at a time
    const std::atomic<bool>* stop = nullptr;                      ///< set by a signal: stop with Error{stopped}
    std::vector<std::function<void()>> beside = {};  ///< other work that shares the threads; must not throw
};

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

}  // namespace reddline::pipeline
