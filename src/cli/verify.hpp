#pragma once

#include <atomic>
#include <functional>

#include "cli/options.hpp"

namespace reddline::cli {

/// Runs a command with the options given; returns its exit code.
using RunCommand = std::function<int(const Options&)>;

/// Says whether the directory of an earlier run holds what its command gives when it is repeated on the inputs that are here.
/// The repeated run goes to a temporary directory; nothing else is written. Returns the exit code: 0 for the same bits.
///
/// Errors: Error{missing_file, table_malformed, unreadable_file} when the directory is none of results that can be repeated;
///         Error{incomplete} when it holds a partial count; Error{usage} without the audit file of the record; those of `repeat`
///         unless changed inputs are a reason for them.
[[nodiscard]] int verify(const Options& options, const std::atomic<bool>& stop, const RunCommand& repeat);

}  // namespace reddline::cli
