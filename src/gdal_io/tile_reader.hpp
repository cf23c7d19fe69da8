#pragma once

#include <cstdint>
#include <vector>

#include "gdal_io/block_reader.hpp"
#include "gdal_io/mosaic.hpp"
#include "gdal_io/pixel_codes.hpp"
#include "raster/window.hpp"

namespace reddline::gdal_io {

/// Reads pixels of a tile's own lattice as codes.
///
/// Shapes: `window` lies within the tile, in the tile's own columns and rows; `codes` points at its first pixel in a
///         layer of `stride` pixels per row.
/// Errors: Error{corrupt_raster}; Error{code_not_whole} with file, column, row and value.
template <class Codes>
void read_tile(BlockReader& reader, const Tile& tile, const Codes& codes_of, const raster::Window& window,
               typename Codes::Code* codes, std::int64_t stride);

/// Reads a window of the landscape's grid from the tiles of a layer; no data where no tile is.
///
/// Shapes: `codes_of` has one entry per tile; `codes` holds window.pixels() values.
/// Errors: as read_tile.
template <class Codes>
void read_mosaic(BlockReader& reader, const Mosaic& mosaic, const std::vector<Codes>& codes_of,
                 const raster::Window& window, typename Codes::Code no_data, typename Codes::Code* codes);

/// The value of one pixel of a tile as the file holds it; nothing when its block counts as no data.
[[nodiscard]] std::optional<double> value_in_tile(BlockReader& reader, const Tile& tile, std::int64_t column,
                                                  std::int64_t row);

/// Bytes of the native blocks that hold pixels of a window of the tile's own lattice.
[[nodiscard]] std::int64_t block_bytes(const Tile& tile, const raster::Window& window);

/// The same for a window of the landscape's grid, over all tiles of a layer.
[[nodiscard]] std::int64_t block_bytes(const Mosaic& mosaic, const raster::Window& window);

}  // namespace reddline::gdal_io
