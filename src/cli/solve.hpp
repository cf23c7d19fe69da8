#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// Prints what each input would have to be under the default reading, and writes it for every reading where an output
/// directory is given. Returns the exit code.
///
/// Errors: those of `load_case`, of the accounting and of the output directory.
[[nodiscard]] int solve(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
