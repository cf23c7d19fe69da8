#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "gdal_io/block_reader.hpp"
#include "gdal_io/mosaic.hpp"
#include "gdal_io/nearest_places.hpp"
#include "gdal_io/pixel_codes.hpp"
#include "raster/grid.hpp"
#include "raster/window.hpp"

namespace reddline::gdal_io {

/// A pixel of a tile's own lattice.
struct SourcePixel {
    std::size_t tile = 0;
    std::int64_t column = 0;
    std::int64_t row = 0;
};

/// Reads a strata map that lies on a lattice of its own: each pixel of the grid takes the source pixel that
/// contains its centre, as gdalwarp -r near does. Serves one thread.
class NearestSampler {
public:
    /// The mosaic, its codes and the grid must outlive the sampler.
    ///
    /// Errors: Error{crs_mismatch} when no transformation leads from the grid to a tile.
    NearestSampler(const Mosaic& mosaic, const std::vector<StratumCodes>& codes_of, const raster::Grid& grid);

    /// Reads a window of the grid; no data where no tile has a pixel.
    ///
    /// Shapes: `codes` holds window.pixels() values.
    /// Errors: as read_tile.
    void read(BlockReader& reader, const raster::Window& window, std::uint8_t no_data, std::uint8_t* codes);

    /// The source pixel that a pixel of the grid takes; nothing when there is none.
    [[nodiscard]] std::optional<SourcePixel> source_of(std::int64_t column, std::int64_t row) const;

    /// The part of a tile, in its own columns and rows, that a window of the grid takes pixels from.
    [[nodiscard]] raster::Window source_window(std::size_t tile, const raster::Window& window) const {
        return places_[tile].source_window(window);
    }
    /// True when the source window of a tile is exact.
    [[nodiscard]] bool shares_axes(std::size_t tile) const { return places_[tile].shares_axes(); }

    /// About how many bytes of native blocks a window takes pixels from, over all tiles.
    [[nodiscard]] std::int64_t block_bytes(const raster::Window& window) const;

private:
    void read_strip(BlockReader& reader, std::size_t tile, const raster::Window& strip, std::uint8_t* codes);

    const Mosaic* mosaic_;
    const std::vector<StratumCodes>* codes_of_;
    std::vector<NearestPlaces> places_;  // one per tile
    std::vector<std::uint8_t> source_codes_;
};

}  // namespace reddline::gdal_io
