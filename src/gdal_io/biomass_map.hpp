#pragma once

#include <memory>
#include <string>
#include <vector>

#include "raster/biomass_layer.hpp"
#include "raster/grid.hpp"

namespace reddline::gdal_io {

/// Where a biomass map comes from. Paths are resolved and globs expanded.
struct BiomassSource {
    std::vector<std::string> agb;
    std::vector<std::string> standard_deviation;  ///< empty = not given
    bool nearest = false;                         ///< may lie on another grid than the loss tiles
};

/// A map of above-ground biomass and of its standard deviation, opened once; pixels are read through layers of its own.
class BiomassMap {
public:
    /// Opens every file and checks that they fit each other; no pixel is read. The grid must outlive the map.
    ///
    /// Errors: those of open_tile; Error{crs_mismatch, grid_mismatch} where the map is on another grid and not `nearest`, or where
    ///         its tiles, or those of the standard deviation, do not share one lattice; Error{tile_overlap}.
    BiomassMap(const BiomassSource& source, const raster::Grid& grid);
    ~BiomassMap();
    BiomassMap(BiomassMap&&) noexcept;
    BiomassMap& operator=(BiomassMap&&) noexcept;

    /// Every file, side files included.
    [[nodiscard]] std::vector<std::string> files() const;
    /// A layer for one thread; it opens its own handles. The map must outlive it.
    [[nodiscard]] std::unique_ptr<raster::BiomassLayer> open_layer() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace reddline::gdal_io
