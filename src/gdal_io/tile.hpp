#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gdal_io/pixel_type.hpp"
#include "raster/block_plan.hpp"
#include "raster/grid.hpp"
#include "raster/window.hpp"

namespace reddline::gdal_io {

/// One raster file of a layer: all that is known of it without reading a pixel.
struct Tile {
    std::string path;
    std::vector<std::string> files;  ///< the file and its side files
    raster::Grid lattice;            ///< its own, whether or not it fits the landscape's
    raster::Window place;            ///< its pixels on the landscape's grid; empty when it is off the grid
    PixelType type = PixelType::uint8;
    raster::BlockShape block;  ///< its native blocks
    std::optional<double> no_data;
    bool is_plain_tiff = true;  ///< all pixels are in the file itself

    [[nodiscard]] std::int64_t block_bytes() const {
        return block.columns * block.rows * static_cast<std::int64_t>(bytes_of(type));
    }
};

/// Opens a raster of codes and describes it.
///
/// Errors: Error{missing_file, unreadable_file, crs_missing, grid_rotated}; a raster with several bands, with complex
///         or scaled values or with a mask band is unreadable_file, with what to do.
[[nodiscard]] Tile open_tile(const std::string& path);

}  // namespace reddline::gdal_io
