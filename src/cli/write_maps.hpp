#pragma once

#include <atomic>
#include <filesystem>

#include "cli/load_tables.hpp"
#include "cli/options.hpp"
#include "cli/output_directory.hpp"
#include "cli/raster_pass.hpp"
#include "domain/audit_result.hpp"

namespace reddline::cli {

/// The folder of the maps in a directory of results.
inline constexpr const char* maps_folder = "maps";
/// What the page reads of it: what the maps are, and the picture of loss year over strata.
inline constexpr const char* maps_description = "maps.json";
inline constexpr const char* year_picture = "loss_year.png";

/// Writes the maps of a counted and judged audit, for which the pixels of its zones are read once more.
///
/// Errors: Error{output_failed, stopped}; those of the layers.
void write_maps(const RasterInputs& rasters, const LoadedTables& tables, const AuditResult& results,
                const Options& options, const std::atomic<bool>& stop, const OutputDirectory& output);

}  // namespace reddline::cli
