#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "domain/map_look.hpp"
#include "gdal_io/open_dataset.hpp"
#include "raster/grid.hpp"
#include "raster/window.hpp"

namespace reddline::gdal_io {

/// Bytes that the values of a map take.
enum class MapDepth { byte, word };

/// Gives GDAL the memory for two rows of blocks of maps that are written together, so that windows as wide as the maps fill each block
/// before it is stored.
///
/// Units: columns of the maps; bytes that all of them take in one row of one column.
void keep_open_blocks(std::int64_t columns, std::int64_t bytes_per_column);

/// A map of classes that is written window by window and then stored as a Cloud Optimized GeoTIFF with colours, names of the
/// classes, and overviews by the most frequent value. The value 0 is no data.
class MapRaster {
public:
    /// A map of `bounds` on the grid, kept in a file of its own at `scratch` until it is stored.
    ///
    /// Errors: Error{output_failed}, which names `shown`, the path of the map in the end.
    MapRaster(const raster::Grid& grid, const raster::Window& bounds, MapDepth depth, const MapLook& look,
              const std::string& scratch, const std::string& shown);
    ~MapRaster();
    MapRaster(const MapRaster&) = delete;
    MapRaster& operator=(const MapRaster&) = delete;

    /// Writes the pixels of a window of the grid, which lies in the bounds; one thread at a time. Errors: Error{output_failed}.
    ///
    /// Shapes: `values` holds the window's pixels, row by row.
    void write(const raster::Window& window, std::span<const std::uint8_t> values);
    void write(const raster::Window& window, std::span<const std::uint16_t> values);

    /// Stores the map at `path`; the same bytes for any number of threads.
    ///
    /// Errors: Error{output_failed}; Error{stopped} when `stop` becomes true.
    void store(const std::string& path, std::size_t threads, const std::atomic<bool>& stop);

private:
    void write(const raster::Window& window, const void* values, int type);

    raster::Window bounds_;
    std::string scratch_;
    std::string shown_;
    DatasetPtr dataset_;
};

}  // namespace reddline::gdal_io
