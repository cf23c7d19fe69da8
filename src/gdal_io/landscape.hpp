#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/count_basis.hpp"
#include "domain/finding.hpp"
#include "domain/stratum.hpp"
#include "domain/unread_blocks.hpp"
#include "raster/block_plan.hpp"
#include "raster/grid.hpp"
#include "raster/layer_stack.hpp"
#include "raster/run_table.hpp"

namespace reddline::gdal_io {

/// Where a strata map's pixels come from. Paths are resolved and globs expanded.
struct StrataSource {
    StrataMap map;
    std::vector<std::string> rasters;  ///< tiles; empty when `vector` is given
    std::string vector;                ///< polygons; empty when `rasters` is given
    std::string layer;
    std::string attribute;
    bool nearest = false;  ///< may be resampled from a grid of its own
};

/// Where the layers of an audit come from. Paths are resolved and globs expanded.
struct LandscapeSource {
    std::vector<std::string> lossyear;
    std::vector<std::string> treecover2000;
    std::vector<std::string> datamask;  ///< empty = no data mask
    std::vector<StrataSource> strata;
    bool missing_blocks_are_no_data = false;  ///< --allow-missing-blocks
};

/// The files of one layer, in the order of the audit file, side files included.
struct LayerFiles {
    std::string name;  ///< such as `lossyear` or `strata 'cgls-2015'`
    std::vector<std::string> files;
};

/// What reading takes: native blocks, each once.
struct ReadingLoad {
    std::int64_t blocks = 0;
    double stored_bytes = 0.0;  ///< estimated: the blocks' share of the files
    double decoded_bytes = 0.0;
    std::vector<std::string> estimated_layers;  ///< whose blocks are estimated, since their axes differ from the grid's
};

/// All layers of an audit, opened once to learn grid, tiles and layouts; pixels are read through stacks of
/// its own.
class Landscape {
public:
    /// Opens every file and checks that the layers fit each other; no pixel is read.
    ///
    /// The grid is the lattice of the loss-year tiles, from the upper-left to the lower-right corner of all tiles of
    /// loss, cover and mask.
    ///
    /// Errors: Error{missing_file, unreadable_file, crs_missing, crs_mismatch, grid_rotated, grid_mismatch, tile_overlap}
    ///         naming the file, what was expected, what was found and what to do.
    explicit Landscape(const LandscapeSource& source);
    ~Landscape();
    Landscape(Landscape&&) noexcept;
    Landscape& operator=(Landscape&&) noexcept;

    [[nodiscard]] const raster::Grid& grid() const;
    /// Native blocks of every raster layer on the grid.
    [[nodiscard]] const std::vector<raster::BlockShape>& native_blocks() const;
    /// The windows of the grid that loss-year tiles cover.
    [[nodiscard]] const std::vector<raster::Window>& loss_tiles() const;
    /// Their file names.
    [[nodiscard]] std::vector<std::string> loss_tile_names() const;
    /// A lower bound of the area of every pixel of the grid.
    [[nodiscard]] std::int64_t smallest_pixel_cm2() const;
    /// Throws Error{tile_missing} when a pixel of the runs has a loss-year tile and no canopy-cover (or mask, or
    /// on-grid strata) tile, or a canopy-cover (or mask) tile and no loss-year tile; names the layer that lacks
    /// it and the place.
    void expect_layers_complete(const raster::RunTable& zones) const;
    /// What the sources gave reason to doubt, such as strata polygons that overlap inside zones.
    [[nodiscard]] Findings findings(const raster::RunTable& zones) const;
    /// Blocks that could not be read since the last time, by layer and file.
    [[nodiscard]] std::vector<UnreadBlocks> take_unread_blocks() const;
    /// Every file that belongs to the sources, in the order of the audit file, side files included.
    [[nodiscard]] const std::vector<std::string>& files() const;
    /// The same by layer; a file may belong to several.
    [[nodiscard]] const std::vector<LayerFiles>& layer_files() const;
    /// The files that reading a window may open, among those of `layer_files`.
    [[nodiscard]] std::vector<std::string> files_under(const raster::Window& window) const;
    /// How grid and files of the layers lie and are stored, as they were opened here.
    [[nodiscard]] std::vector<CountFact> layout() const;
    /// The first raster whose pixels may lie in files that it does not name; nothing where all are GeoTIFF.
    [[nodiscard]] std::optional<std::string> virtual_raster() const;
    /// Uncompressed bytes of all layers per pixel of the grid, for the estimate of `check`.
    [[nodiscard]] double bytes_per_pixel() const;
    /// The native blocks that hold a pixel of the windows, those of maps on other grids included.
    [[nodiscard]] ReadingLoad load_of(const std::vector<raster::Window>& windows) const;
    /// True when a raster's bytes come over the network.
    [[nodiscard]] bool is_remote() const;
    /// A stack for one thread; it opens its own handles. The landscape must outlive it.
    [[nodiscard]] std::unique_ptr<raster::LayerStack> open_stack() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace reddline::gdal_io
