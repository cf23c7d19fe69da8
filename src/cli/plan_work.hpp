#pragma once

#include <string>
#include <vector>

#include "cli/input_digests.hpp"
#include "cli/load_tables.hpp"
#include "cli/options.hpp"
#include "cli/raster_pass.hpp"
#include "domain/work_plan.hpp"
#include "raster/unit_plan.hpp"

namespace reddline::cli {

/// A count cut into units: what is said of them, and their windows.
struct PlannedWork {
    WorkPlan plan;
    std::vector<raster::UnitPlan> units;
    std::vector<std::string> input_paths;  ///< where the inputs of the plan are on this machine
};

/// Plans the count of an audit's pixels; the same on every machine, whatever its threads.
///
/// Errors: those of InputDigests, of the tables and zones, which are hashed here.
[[nodiscard]] PlannedWork plan_work(const Options& options, const LoadedTables& tables, const RasterInputs& rasters,
                                    InputDigests& digests);

/// Prints the units of an audit's count. Returns the exit code.
///
/// Errors: those of open_rasters and plan_work.
[[nodiscard]] int print_plan(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
