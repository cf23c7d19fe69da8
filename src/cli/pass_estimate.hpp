#pragma once

#include "cli/load_tables.hpp"
#include "cli/raster_pass.hpp"
#include "gdal_io/landscape.hpp"

namespace reddline::cli {

/// What the plan decodes of the layers on the grid, with what the patch filter needs around its windows.
[[nodiscard]] gdal_io::ReadingLoad load_of(const RasterInputs& rasters, const LoadedTables& tables);

/// Seconds that counting the pixels will take, measured on a few windows of the plan; 0 where there is nothing to count.
///
/// Errors: those of pipeline::crosstab_tiles.
[[nodiscard]] double estimated_seconds(const RasterInputs& rasters, const LoadedTables& tables);

}  // namespace reddline::cli
