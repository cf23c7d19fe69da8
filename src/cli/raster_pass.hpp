#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/load_tables.hpp"
#include "cli/memory_need.hpp"
#include "cli/options.hpp"
#include "cli/zones_on_tiles.hpp"
#include "domain/finding.hpp"
#include "gdal_io/landscape.hpp"
#include "pipeline/crosstab_tiles.hpp"
#include "raster/block_plan.hpp"
#include "raster/cell_lattice.hpp"
#include "raster/run_table.hpp"
#include "raster/whole_cells.hpp"
#include "store/index_reader.hpp"

namespace reddline::cli {

/// The windows of a pass.
struct WindowPlan {
    raster::BlockShape window;  ///< the largest of them
    std::vector<raster::Band> bands;
};

/// What a block index knows of an audit's zones, and what is left to be read.
struct IndexedCells {
    store::IndexReader index;
    raster::CellLattice lattice;
    std::vector<raster::WholeCell> cells;  ///< those that the index holds
    raster::RunTable rest;                 ///< the zones without them
    WindowPlan plan;                       ///< of the rest
};

/// Layers and zones of an audit, opened and fitted to each other; no pixel has been read.
struct RasterInputs {
    gdal_io::Landscape landscape;
    raster::RunTable zones;
    std::int64_t halo = 0;                ///< pixels around a window that the patch filter needs; 0 without one
    WindowPlan plan;                      ///< the windows that hold a pixel of a zone
    std::optional<IndexedCells> indexed;  ///< nothing when every window is read
    std::size_t threads = 1;              ///< as many as were asked for and as fit into the memory allowed
    std::vector<std::string> read;        ///< every file that belongs to them
    Findings findings;                    ///< on the zones' geometry, their overlaps, and the layers

    /// The zones and windows that are left to be read.
    [[nodiscard]] const raster::RunTable& zones_to_read() const { return indexed ? indexed->rest : zones; }
    [[nodiscard]] const WindowPlan& plan_to_read() const { return indexed ? indexed->plan : plan; }
};

/// Opens the layers alone.
///
/// Errors: those of gdal_io::Landscape.
[[nodiscard]] gdal_io::Landscape open_landscape(const LoadedTables& tables, const Options& options);

/// Pixels around a window that the patch filter needs; 0 without one.
[[nodiscard]] std::int64_t halo_for(const gdal_io::Landscape& landscape, const AuditCase& audit);

/// The windows that hold a pixel of the zones.
///
/// Errors: Error{audit_file} when the patch filter would take too much memory.
[[nodiscard]] WindowPlan plan_for(const gdal_io::Landscape& landscape, const LoadedTables& tables,
                                  const raster::RunTable& zones);

/// Memory that counting the windows of a plan takes; an estimate on the safe side.
[[nodiscard]] MemoryNeed memory_for(const gdal_io::Landscape& landscape, const LoadedTables& tables,
                                    const raster::RunTable& zones, const WindowPlan& plan);

/// As many threads as were asked for and as fit into the memory allowed; an estimate on the safe side.
///
/// Errors: Error{usage} when not even one fits.
[[nodiscard]] std::size_t threads_for(const Options& options, const gdal_io::Landscape& landscape,
                                      const LoadedTables& tables, const raster::RunTable& zones,
                                      const WindowPlan& plan);

/// Gives the zones of an audit on its loss tiles.
using ReadZones = std::function<ZonesOnTiles(const LoadedTables&, const gdal_io::Landscape&)>;

/// Opens layers and zones and sets `tables.audit.zones`, whose areas stay empty until the pixels are counted.
///
/// Errors: those of gdal_io; Error{zone_outside, zone_empty, zone_unknown, tile_missing}; Error{audit_file} when the patch filter
///         would take too much memory; Error{usage} when not even one thread fits into the memory allowed.
[[nodiscard]] RasterInputs open_rasters(LoadedTables& tables, const Options& options,
                                        const ReadZones& read_zones = cut_zones);

/// Decoded bytes of a usual window of a plan, with what the patch filter needs around it.
[[nodiscard]] double bytes_per_window(const gdal_io::Landscape& landscape, const AuditCase& audit,
                                      const std::vector<raster::Band>& plan);

/// What the pass counts, and how.
[[nodiscard]] pipeline::CrosstabRules rules_of(const gdal_io::Landscape& landscape, const AuditCase& audit);

/// Counts the pixels, and does the work `beside` on the same threads: sets `tables.audit.crosstabs` and the areas of its
/// zones. Returns what the layers gave reason to doubt.
///
/// Errors: those of pipeline::crosstab_tiles.
[[nodiscard]] Findings count_pixels(const RasterInputs& rasters, const Options& options, const std::atomic<bool>& stop,
                                    std::vector<std::function<void()>> beside, LoadedTables& tables);

}  // namespace reddline::cli
