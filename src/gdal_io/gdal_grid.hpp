#pragma once

#include <optional>
#include <string>

#include "raster/grid.hpp"
#include "raster/window.hpp"

class GDALDataset;

namespace reddline::gdal_io {

/// How far a pixel corner may lie from the grid's, in pixels: files that belong together differ by rounding
/// only.
inline constexpr double lattice_tolerance_px = 0.01;

/// The lattice of a raster: place, size, reference system and how its pixels' areas follow.
///
/// Errors: Error{crs_missing, grid_rotated, unreadable_file} naming `path`.
[[nodiscard]] raster::Grid grid_of(GDALDataset& dataset, const std::string& path);

/// Throws where the grid has more columns or rows than `raster::most_pixels_per_side`.
///
/// Errors: Error{grid_mismatch} naming `path`.
void expect_countable(const raster::Grid& grid, const std::string& path);

/// Throws where the areas of the grid's pixels cannot be told: another prime meridian or unit than degrees
/// from Greenwich, or latitudes beyond a pole.
///
/// Errors: Error{crs_mismatch, grid_mismatch} naming `path`.
void expect_measurable(const raster::Grid& grid, const std::string& path);

/// The pixels of `grid` that a raster's pixels are, when they are whole pixels of it; nothing when they are
/// not. Both are in one reference system; the result may reach beyond the grid.
[[nodiscard]] std::optional<raster::Window> place_on(const raster::Grid& grid, const raster::Grid& raster);

/// Pixel size and origin in words, for messages.
[[nodiscard]] std::string lattice_text(const raster::Grid& grid);

}  // namespace reddline::gdal_io
