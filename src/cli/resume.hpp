#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/input_digests.hpp"
#include "cli/load_tables.hpp"
#include "cli/options.hpp"

namespace reddline::cli {

/// With --resume, the exit code where the output directory holds what this program made by the same command of the same
/// inputs, which is then left as it is. Nothing where there is no such directory, or no --resume.
///
/// Shapes: `files` are the inputs besides those of `tables`.
/// Errors: Error{output_exists} where the directory holds anything else; Error{missing_file, unreadable_file, stopped}.
[[nodiscard]] std::optional<int> resumed(const Options& options, const LoadedTables& tables,
                                         const std::vector<std::string>& files, InputDigests& digests);

}  // namespace reddline::cli
