#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// Prints the way from all pixels of a zone to the loss of one stratum in one year. Returns the exit code.
///
/// Errors: those of `load_case`; Error{usage} when the zone, the stratum or the year is not one of the audit's, naming the
///         nearest.
[[nodiscard]] int explain(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
