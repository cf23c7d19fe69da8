#pragma once

#include <atomic>
#include <string>

#include "cli/input_digests.hpp"
#include "cli/load_tables.hpp"
#include "cli/options.hpp"
#include "cli/raster_pass.hpp"

namespace reddline::cli {

/// Finds in the block index of `options`, where one is given, what of the zones need not be read, and sets `rasters.indexed`. An
/// index that was counted with anything else than what the audit says now is not used, and a message says why. Files that
/// bear the stamp that they bore when the index was made are not hashed again: their digests are known to `digests` then.
///
/// Errors: Error{missing_file, unreadable_file} when the index is damaged; those of InputDigests.
void use_index(const Options& options, const LoadedTables& tables, const std::atomic<bool>& stop, InputDigests& digests,
               RasterInputs& rasters);

/// What the index spares, in words, for people; empty when none is used.
[[nodiscard]] std::string index_text(const RasterInputs& rasters);

}  // namespace reddline::cli
