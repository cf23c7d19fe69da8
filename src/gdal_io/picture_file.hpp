#pragma once

#include <cstdint>
#include <string>

#include "domain/picture.hpp"
#include "raster/grid.hpp"
#include "raster/window.hpp"

namespace reddline::gdal_io {

/// Writes a picture of a window of the grid, in cells of `side` pixels, as PNG, with its place beside it in PATH.aux.xml.
///
/// Errors: Error{output_failed}, which names `shown`.
void write_png(const Picture& picture, const raster::Grid& grid, const raster::Window& window, std::int64_t side,
               const std::string& path, const std::string& shown);

}  // namespace reddline::gdal_io
