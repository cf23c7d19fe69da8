#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "gdal_io/reference_system.hpp"
#include "raster/grid.hpp"
#include "raster/window.hpp"

namespace reddline::gdal_io {

/// Finds for the pixels of a grid the pixel of another lattice that contains their centres, as gdalwarp -r near does.
/// Serves one thread.
class NearestPlaces {
public:
    /// The grid and the lattice must outlive it; `subject` is the file of the lattice.
    ///
    /// Errors: Error{crs_mismatch} when no transformation leads from the one to the other.
    NearestPlaces(const raster::Grid& grid, const raster::Grid& lattice, const std::string& subject);

    /// Where the pixels of a window lie in the lattice, -1 outside it. One value per column and one per row where
    /// the grid and the lattice share their axes; one value per pixel where they do not.
    struct Places {
        std::vector<std::int64_t> columns;
        std::vector<std::int64_t> rows;
        std::int64_t width = 0;  ///< columns of the window
        bool per_pixel = false;

        /// Column and row of a pixel of the window, counted from its upper-left corner.
        [[nodiscard]] std::int64_t column(std::int64_t column, std::int64_t row) const {
            return columns[static_cast<std::size_t>(per_pixel ? row * width + column : column)];
        }
        [[nodiscard]] std::int64_t row(std::int64_t column, std::int64_t row) const {
            return rows[static_cast<std::size_t>(per_pixel ? row * width + column : row)];
        }
    };
    [[nodiscard]] Places of(const raster::Window& window) const;

    /// The part of the lattice that a window of the grid takes pixels from: exact where the two share their axes,
    /// elsewhere estimated from points along the window's outline.
    [[nodiscard]] raster::Window source_window(const raster::Window& window) const;
    /// True when the source window is exact.
    [[nodiscard]] bool shares_axes() const { return to_lattice_ == nullptr; }

private:
    const raster::Grid* grid_;
    const raster::Grid* lattice_;
    std::unique_ptr<PointTransform> to_lattice_;  // null where the two share their reference system
};

/// The least window that holds all the places that lie in the lattice.
[[nodiscard]] raster::Window window_of(const NearestPlaces::Places& places);

}  // namespace reddline::gdal_io
