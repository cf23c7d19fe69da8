#pragma once

#include <filesystem>

#include "cli/options.hpp"

namespace reddline::cli {

/// Writes report.md and report.html into a directory of results, from its audit.json and run.json, its maps where there are any, and
/// nothing else.
///
/// Errors: Error{missing_file, table_malformed} where the directory holds none of them; Error{output_failed}.
void write_pages(const std::filesystem::path& folder);

/// Writes them anew into the directory of an earlier run. Returns the exit code.
[[nodiscard]] int rebuild_pages(const Options& options);

}  // namespace reddline::cli
