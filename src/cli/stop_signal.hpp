#pragma once

#include <atomic>

namespace reddline::cli {

/// Lets INT, TERM, HUP and USR1 ask the run to stop; a second one ends the process at once.
///
/// Returns the flag that becomes true.
[[nodiscard]] const std::atomic<bool>& watch_stop_signals();

}  // namespace reddline::cli
