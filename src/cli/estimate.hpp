#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// Estimates areas and accuracies from the [sample] of an audit file, writes them and prints a summary; nothing else of the file
/// is looked at. Returns the exit code.
///
/// Errors: those of the parsers and of the output directory; Error{audit_file} without a [sample].
[[nodiscard]] int estimate(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
