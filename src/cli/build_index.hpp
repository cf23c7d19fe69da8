#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// Counts every cell of an audit's layers once and writes a block index of them. Returns the exit code.
///
/// Errors: those of gdal_io::Landscape and of OutputDirectory; that of the first cell when not one can be counted; Error{stopped};
///         Error{unreadable_file} when a file changes while it is read.
[[nodiscard]] int build_index(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
