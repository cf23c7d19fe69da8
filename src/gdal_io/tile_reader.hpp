#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gdal_io/block_reader.hpp"
#include "gdal_io/mosaic.hpp"
#include "gdal_io/pixel_codes.hpp"
#include "raster/block.hpp"
#include "raster/window.hpp"

namespace reddline::gdal_io {

/// Reads a layer of a window of the landscape's grid; no data where no tile is. Where one tile holds the window and
/// stores the codes as bytes, the layer refers to the decoded blocks, which stay until the reader begins another window.
///
/// Shapes: `codes_of` has one entry per tile.
/// Errors: as read_tile.
template <class Codes>
void read_layer(BlockReader& reader, const Mosaic& mosaic, const std::vector<Codes>& codes_of,
                const raster::Window& window, typename Codes::Code no_data, raster::Layer& layer);

/// Reads pixels of a tile's own lattice as codes.
///
/// Shapes: `window` lies within the tile, in the tile's own columns and rows; `codes` points at its first pixel in a
///         layer of `stride` pixels per row.
/// Errors: Error{corrupt_raster}; Error{code_not_whole} with file, column, row and value.
template <class Codes>
void read_tile(BlockReader& reader, const Tile& tile, const Codes& codes_of, const raster::Window& window,
               typename Codes::Code* codes, std::int64_t stride);

/// Asks the remote files of a layer for the bytes of the blocks under windows of the landscape's grid.
///
/// Errors: those of open_raster.
void fetch_ahead(BlockReader& reader, const Mosaic& mosaic, std::span<const raster::Window> windows);

/// The value of one pixel of a tile as the file holds it; nothing when its block counts as no data.
[[nodiscard]] std::optional<double> value_in_tile(BlockReader& reader, const Tile& tile, std::int64_t column,
                                                  std::int64_t row);

/// The part of a window of the landscape's grid that a tile holds, in the tile's own columns and rows.
[[nodiscard]] raster::Window in_tile(const Tile& tile, const raster::Window& window);

/// The native blocks that hold pixels of a window of the tile's own lattice, counted in blocks.
[[nodiscard]] raster::Window blocks_of(const Tile& tile, const raster::Window& window);

/// Bytes of the native blocks that hold pixels of a window of the tile's own lattice.
[[nodiscard]] std::int64_t block_bytes(const Tile& tile, const raster::Window& window);

/// The same for a window of the landscape's grid, over all tiles of a layer.
[[nodiscard]] std::int64_t block_bytes(const Mosaic& mosaic, const raster::Window& window);

/// Bytes of the window's own pixels in a layer.
[[nodiscard]] std::int64_t pixel_bytes(const Mosaic& mosaic, const raster::Window& window);

}  // namespace reddline::gdal_io
