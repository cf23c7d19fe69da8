#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// Adds the parts of all units of a plan up and writes what `crosstab` writes. Returns the exit code.
///
/// Errors: Error{incomplete} when units are missing and the options do not allow it; Error{crosstab_mismatch} when parts are of
///         different plans, or a unit is there twice, or files changed between units; those of PartsDirectory and OutputDirectory.
[[nodiscard]] int merge(const Options& options, const std::atomic<bool>& stop);

/// Says which units of the plan are there, which failed, and which are missing. Returns the exit code: that of an incomplete
/// count where any is missing.
///
/// Errors: those of PartsDirectory.
[[nodiscard]] int print_status(const Options& options);

}  // namespace reddline::cli
