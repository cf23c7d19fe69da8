#pragma once

#include <atomic>

#include "cli/options.hpp"

namespace reddline::cli {

/// Prints what a mocaredd workbook comes to, and writes its tables where an output directory is given. Returns the
/// exit code.
///
/// Errors: those of the reader of workbooks, of inputs::parse_mocaredd and of the output directory.
[[nodiscard]] int read_workbook_file(const Options& options, const std::atomic<bool>& stop);

}  // namespace reddline::cli
