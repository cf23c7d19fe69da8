#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// Runs one command. Returns the exit code of a run without an error: 0, or 4 when a finding reached --fail-on.
///
/// Errors: every Error of the layers below; nothing of the output directory is left behind then.
[[nodiscard]] int run(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
