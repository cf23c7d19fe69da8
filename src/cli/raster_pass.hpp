#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cli/load_tables.hpp"
#include "cli/options.hpp"
#include "domain/finding.hpp"
#include "gdal_io/landscape.hpp"
#include "pipeline/crosstab_tiles.hpp"
#include "raster/block_plan.hpp"
#include "raster/run_table.hpp"

namespace reddline::cli {

/// Layers and zones of an audit, opened and fitted to each other; no pixel has been read.
struct RasterInputs {
    gdal_io::Landscape landscape;
    raster::RunTable zones;
    std::vector<raster::Band> plan;   ///< the windows that hold a pixel of a zone
    std::int64_t pixels_to_read = 0;  ///< by the plan, with those around its windows that the patch filter needs
    std::size_t threads = 1;          ///< as many as were asked for and as fit into the memory allowed
    std::vector<std::string> read;    ///< every file that belongs to them
    Findings findings;                ///< on the zones' geometry and their overlaps
};

/// Opens layers and zones and sets `tables.audit.zones`, whose areas stay empty until the pixels are counted.
///
/// Errors: those of gdal_io; Error{zone_outside, zone_empty, zone_unknown, tile_missing}; Error{audit_file} when the patch filter
///         would take too much memory; Error{usage} when not even one thread fits into the memory allowed.
[[nodiscard]] RasterInputs open_rasters(LoadedTables& tables, const Options& options);

/// What the pass counts, and how.
[[nodiscard]] pipeline::CrosstabRules rules_of(const RasterInputs& rasters, const AuditCase& audit);

/// Counts the pixels, and does the work `beside` on the same threads: sets `tables.audit.crosstabs` and the areas of its
/// zones. Returns what the layers gave reason to doubt.
///
/// Errors: those of pipeline::crosstab_tiles.
[[nodiscard]] Findings count_pixels(const RasterInputs& rasters, const Options& options, const std::atomic<bool>& stop,
                                    std::vector<std::function<void()>> beside, LoadedTables& tables);

}  // namespace reddline::cli
