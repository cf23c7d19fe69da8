#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "raster/grid.hpp"
#include "raster/window.hpp"

class GDALDataset;
class GDALDriver;

namespace reddline::gdal_io {

/// Stops because nothing can be written at a path. Errors: Error{output_failed}.
[[noreturn]] void fail_to_write(const std::string& shown, const std::string& what);

/// The same, unless a signal is the reason. Errors: Error{output_failed, stopped}.
[[noreturn]] void fail_unless_stopped(const std::atomic<bool>& stop, const std::string& shown, const std::string& what);

/// The driver of a format. Errors: Error{output_failed} where GDAL was built without it; `shown` is what it is to write.
[[nodiscard]] GDALDriver& driver_of(const std::string& format, const std::string& shown);

/// Stops where GDAL was built without a format of maps, before anything is counted for them. Errors: Error{output_failed}.
void expect_formats_of_maps(const std::string& shown);

/// Gives a raster the place of a window of the grid, in cells of `side` pixels.
void place_on_grid(const raster::Grid& grid, const raster::Window& window, std::int64_t side, GDALDataset& dataset);

/// Removes a dataset with its side files, where it is there.
void remove_dataset(const std::string& format, const std::string& path);

}  // namespace reddline::gdal_io
