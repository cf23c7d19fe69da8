#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// Counts the units of one shard of an audit's plan into a directory of parts; units that are there already are left alone. A signal
/// lets the unit in hand be finished. Returns the exit code.
///
/// Errors: those of open_rasters, PartsDirectory and shard_of; that of a unit, unless the options say to keep going;
///         Error{stopped}.
[[nodiscard]] int count_shard(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
