#include "gdal_io/new_dataset.hpp"

#include <gdal_priv.h>

#include <array>

#include "domain/error.hpp"
#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/reference_system.hpp"

namespace reddline::gdal_io {

void fail_to_write(const std::string& shown, const std::string& what) {
    throw Error(ErrorCode::output_failed, shown,
                "expected to write here, found: " + what + "; check rights and free space, or choose another place");
}

void fail_unless_stopped(const std::atomic<bool>& stop, const std::string& shown, const std::string& what) {
    if (stop.load()) throw Error(ErrorCode::stopped, "signal", "the run was stopped; nothing was written");
    fail_to_write(shown, what);
}

GDALDriver& driver_of(const std::string& format, const std::string& shown) {
    GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName(format.c_str());
    if (driver != nullptr) return *driver;
    throw Error(ErrorCode::output_failed, shown,
                "expected GDAL's driver " + format + ", found none; take a GDAL that was built with it");
}

void expect_formats_of_maps(const std::string& shown) {
    for (const char* const format : {"GTiff", "COG", "MEM", "PNG", "GPKG"})
        static_cast<void>(driver_of(format, shown));
}

void place_on_grid(const raster::Grid& grid, const raster::Window& window, std::int64_t side, GDALDataset& dataset) {
    const auto cell = static_cast<double>(side);
    std::array<double, 6> transform{grid.x_of(static_cast<double>(window.column)),
                                    cell * grid.pixel_width,
                                    0.0,
                                    grid.y_of(static_cast<double>(window.row)),
                                    0.0,
                                    -cell * grid.pixel_height};
    dataset.SetGeoTransform(transform.data());
    dataset.SetSpatialRef(reference_from_wkt(grid.crs_wkt).get());
}

void remove_dataset(const std::string& format, const std::string& path) {
    const MessageCatcher catcher(Caught::everything);
    GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName(format.c_str());
    if (driver != nullptr) driver->Delete(path.c_str());
}

}  // namespace reddline::gdal_io
