#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// Runs `audit` or `crosstab` on rasters: counts the pixels, accounts where that was asked for, and writes what follows. Several
/// processes that MPI started share the count. Returns the exit code.
///
/// Errors: those of open_rasters, count_pixels, OutputDirectory; Error{usage} for several processes without MPI.
[[nodiscard]] int count_and_account(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
