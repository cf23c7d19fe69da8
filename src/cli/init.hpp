#pragma once

#include "cli/options.hpp"

namespace reddline::cli {

/// Writes a commented audit file, and drafts of the legends that are missing, and prints what is left to fill in.
///
/// Errors: Error{output_exists} for a file that is there, without --overwrite; Error{output_failed}; Error{usage};
///         those of the inputs that are asked for.
int init(const Options& options);

}  // namespace reddline::cli
