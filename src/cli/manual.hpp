#pragma once

#include "cli/options.hpp"

namespace reddline::cli {

/// Writes the manual pages, and the completion for each shell, to a directory.
///
/// Errors: those of OutputDirectory.
int write_manual(const Options& options);

}  // namespace reddline::cli
