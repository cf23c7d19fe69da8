#pragma once

#include <atomic>
#include <cstddef>
#include <string>

#include "cli/input_digests.hpp"
#include "cli/load_tables.hpp"
#include "cli/plan_work.hpp"
#include "cli/raster_pass.hpp"
#include "pipeline/crosstab_rules.hpp"
#include "store/part_file.hpp"

namespace reddline::cli {

/// Counts one unit of a plan after the other; what it is made of must outlive it.
class UnitCounter {
public:
    UnitCounter(const LoadedTables& tables, const RasterInputs& rasters, const PlannedWork& work,
                InputDigests& digests);

    /// Counts a unit; `stop`, where there is one, ends it half-way.
    ///
    /// Errors: those of pipeline::sum_tiles and of InputDigests.
    [[nodiscard]] store::Part count(std::size_t unit, const std::string& plan_sha256, const std::atomic<bool>* stop);

private:
    const RasterInputs& rasters_;
    const PlannedWork& work_;
    InputDigests& digests_;
    pipeline::CrosstabRules rules_;
};

}  // namespace reddline::cli
