#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// Runs several audits, each in a process of its own, `--jobs` at a time, into directories of their own, and writes and
/// prints a summary. Returns the exit code.
///
/// Errors: Error{usage} when two audits would have the same name; Error{output_exists, output_failed} for the
///         directory; Error{stopped}, once every audit has stopped.
[[nodiscard]] int run_batch(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
