#pragma once

#include <atomic>
#include <string>

#include "cli/load_tables.hpp"
#include "cli/raster_pass.hpp"
#include "gdal_io/landscape.hpp"

namespace reddline::cli {

/// What the plan decodes, with what the patch filter needs around its windows.
[[nodiscard]] gdal_io::ReadingLoad load_of(const RasterInputs& rasters);

/// How long counting the pixels will take, in words: measured on a few windows of the plan, or why that did not work.
///
/// Errors: Error{stopped}.
[[nodiscard]] std::string time_text(const RasterInputs& rasters, const LoadedTables& tables,
                                    const std::atomic<bool>& stop);

}  // namespace reddline::cli
