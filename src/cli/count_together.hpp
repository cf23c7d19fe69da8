#pragma once

#include <atomic>

#include "cli/input_digests.hpp"
#include "cli/load_tables.hpp"
#include "cli/options.hpp"
#include "cli/ranks.hpp"
#include "cli/raster_pass.hpp"
#include "domain/finding.hpp"

namespace reddline::cli {

/// Counts the pixels as one of several ranks, each of which was given the same audit. At the first rank it sets what count_pixels
/// sets, the findings of the layers, and the digest of every input in `digests`.
///
/// Returns the largest exit code of all ranks; errors are printed.
[[nodiscard]] int count_together(const Ranks& ranks, const RasterInputs& rasters, const Options& options,
                                 const std::atomic<bool>& stop, InputDigests& digests, LoadedTables& tables,
                                 Findings& findings);

}  // namespace reddline::cli
