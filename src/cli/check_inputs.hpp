#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// Says on stdout what an audit would read, about how long it would take, and whether its inputs fit each other. A few
/// windows are decoded for the time; nothing is written.
///
/// Errors: those that an audit meets before it counts pixels; Error{stopped}.
[[nodiscard]] int check_inputs(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
