#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// Prints how mapped loss differs between the output directories of two runs, and writes it where an output directory is
/// given. Returns the exit code.
///
/// Errors: Error{missing_file} when a directory is not one that `audit` or `account` wrote from pixels; those of the
///         parsers and of the output directory.
[[nodiscard]] int diff(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
