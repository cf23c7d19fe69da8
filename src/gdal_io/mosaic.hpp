#pragma once

#include <string>
#include <vector>

#include "gdal_io/tile.hpp"
#include "raster/grid.hpp"
#include "raster/window.hpp"

namespace reddline::gdal_io {

/// The tiles of one layer. Where no tile is, there is no data.
struct Mosaic {
    std::string name;  ///< of the layer, such as `lossyear` or `strata 'cgls-2015'`
    std::vector<Tile> tiles;
};

/// Opens the tiles of a layer; nothing is placed yet.
///
/// Errors: those of open_tile; Error{missing_file} when there is no tile at all.
[[nodiscard]] Mosaic open_mosaic(const std::string& name, const std::vector<std::string>& paths);

/// The grid that the tiles of a layer span, from the upper-left to the lower-right corner of all of them;
/// places them.
///
/// Errors: Error{crs_mismatch, grid_mismatch, tile_overlap}.
[[nodiscard]] raster::Grid span_grid(Mosaic& mosaic);

/// Grows a grid to hold every tile of layers that are placed on it, and moves their places along.
void widen_grid(raster::Grid& grid, const std::vector<Mosaic*>& mosaics);

/// Places the tiles of a layer on a grid; parts of them may lie beyond it. `remedy` says what to do about
/// another grid.
///
/// Errors: Error{crs_mismatch, grid_mismatch, tile_overlap} naming the files.
void place_mosaic(Mosaic& mosaic, const raster::Grid& grid, const std::string& remedy);

/// True when every tile's pixels are pixels of the grid.
[[nodiscard]] bool fits_grid(const Mosaic& mosaic, const raster::Grid& grid);

/// Throws Error{tile_overlap} when two tiles that are off the grid share ground; they may have lattices of
/// their own.
void expect_apart(const Mosaic& mosaic);

/// The parts of the grid that tiles of `has` cover and no tile of `lacks` does.
[[nodiscard]] std::vector<raster::Window> uncovered(const Mosaic& has, const Mosaic& lacks, const raster::Grid& grid);

}  // namespace reddline::gdal_io
