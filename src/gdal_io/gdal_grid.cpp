#include "gdal_io/gdal_grid.hpp"

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "gdal_io/reference_system.hpp"

namespace reddline::gdal_io {

namespace {

// Methods that keep area on the ellipsoid itself; others of that family (Mollweide, for example) exist only
// for the sphere.
bool is_equal_area(const OGRSpatialReference& reference) {
    constexpr std::array<std::string_view, 5> methods{SRS_PT_ALBERS_CONIC_EQUAL_AREA,
                                                      SRS_PT_LAMBERT_AZIMUTHAL_EQUAL_AREA,
                                                      SRS_PT_CYLINDRICAL_EQUAL_AREA, SRS_PT_SINUSOIDAL, "Equal Earth"};
    const char* method = reference.GetAttrValue("PROJECTION");
    // Formulas for the sphere, used on an ellipsoid, keep area there no longer.
    const bool is_spherical = wkt_of(reference).find("(Spherical)") != std::string::npos &&
                              reference.GetSemiMajor() != reference.GetSemiMinor();
    return method != nullptr && !is_spherical && std::ranges::find(methods, std::string_view(method)) != methods.end();
}

// In plain digits: people compare 0.00025 more easily than 2.5e-04.
std::string plain(double value) {
    std::array<char, 512> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    return {buffer.data(), result.ptr};
}

void describe_reference(const OGRSpatialReference& reference, raster::Grid& grid) {
    grid.crs_wkt = wkt_of(reference);
    grid.ellipsoid = {.semi_major_m = reference.GetSemiMajor(), .semi_minor_m = reference.GetSemiMinor()};
    if (reference.IsGeographic() != 0) {
        grid.area_rule = raster::AreaRule::geographic;
        return;
    }
    grid.area_rule = is_equal_area(reference) ? raster::AreaRule::equal_area : raster::AreaRule::projected;
    grid.unit_m = reference.GetLinearUnits(static_cast<const char**>(nullptr));
}

void expect_north_up(const std::array<double, 6>& transform, const std::string& path) {
    if (transform[2] != 0.0 || transform[4] != 0.0) {
        throw Error(ErrorCode::grid_rotated, path,
                    "expected rows that run west to east, found a rotated or sheared grid; warp it with gdalwarp");
    }
    if (transform[1] <= 0.0) {
        throw Error(ErrorCode::grid_rotated, path,
                    "expected columns from west to east, found them from east to west; warp it with gdalwarp");
    }
    if (transform[5] >= 0.0) {
        throw Error(ErrorCode::grid_rotated, path,
                    "expected the northernmost row first, found a south-up grid; flip it with gdalwarp");
    }
}

}  // namespace

raster::Grid grid_of(GDALDataset& dataset, const std::string& path) {
    raster::Grid grid;
    std::array<double, 6> transform{};
    if (dataset.GetGeoTransform(transform.data()) != CE_None) {
        throw Error(ErrorCode::crs_missing, path,
                    "expected a georeferenced raster, found no origin and pixel size; georeference it with "
                    "gdal_edit.py");
    }
    const ReferencePtr reference = known_reference(dataset.GetSpatialRef(), path);
    expect_north_up(transform, path);
    grid.origin_x = transform[0];
    grid.origin_y = transform[3];
    grid.pixel_width = transform[1];
    grid.pixel_height = -transform[5];
    grid.columns = dataset.GetRasterXSize();
    grid.rows = dataset.GetRasterYSize();
    describe_reference(*reference, grid);
    return grid;
}

void expect_countable(const raster::Grid& grid, const std::string& path) {
    if (std::max(grid.columns, grid.rows) <= raster::most_pixels_per_side) return;
    throw Error(ErrorCode::grid_mismatch, path,
                "expected tiles that lie within " + grouped(raster::most_pixels_per_side) +
                    " columns and rows of pixels, found a grid of " + grouped(grid.columns) + " x " +
                    grouped(grid.rows) + "; check the tiles' places, or audit tiles far apart one by one");
}

void expect_measurable(const raster::Grid& grid, const std::string& path) {
    if (grid.area_rule != raster::AreaRule::geographic) return;
    const ReferencePtr reference = reference_from_wkt(grid.crs_wkt);
    if (degrees_per_unit(*reference) != 1.0 || reference->GetPrimeMeridian() != 0.0) {
        throw Error(ErrorCode::crs_mismatch, path,
                    "expected longitude and latitude in degrees from Greenwich, found '" + name_of(*reference) +
                        "' with another unit or prime meridian; warp all layers to EPSG:4326");
    }
    const double tolerance = lattice_tolerance_px * grid.pixel_height;
    if (grid.origin_y > 90.0 + tolerance || grid.y_of(static_cast<double>(grid.rows)) < -90.0 - tolerance) {
        throw Error(ErrorCode::grid_mismatch, path,
                    "expected latitudes from -90 to 90, found " + shortest(grid.y_of(static_cast<double>(grid.rows))) +
                        " to " + shortest(grid.origin_y) + "; check the coordinate reference system");
    }
}

std::optional<raster::Window> place_on(const raster::Grid& grid, const raster::Grid& raster) {
    const auto columns = static_cast<double>(raster.columns);
    const auto rows = static_cast<double>(raster.rows);
    const double left = (raster.origin_x - grid.origin_x) / grid.pixel_width;
    const double top = (grid.origin_y - raster.origin_y) / grid.pixel_height;
    const double right = (raster.x_of(columns) - grid.origin_x) / grid.pixel_width;
    const double bottom = (grid.origin_y - raster.y_of(rows)) / grid.pixel_height;
    // Compared at both ends: a pixel size that is off by a hair adds up over the raster's whole extent.
    const bool fits = std::abs(left - std::round(left)) <= lattice_tolerance_px &&
                      std::abs(top - std::round(top)) <= lattice_tolerance_px &&
                      std::abs(right - std::round(left) - columns) <= lattice_tolerance_px &&
                      std::abs(bottom - std::round(top) - rows) <= lattice_tolerance_px;
    constexpr double farthest_px = 1e15;  // beyond it, doubles no longer tell neighbouring pixels apart
    if (!fits || std::abs(left) > farthest_px || std::abs(top) > farthest_px) return std::nullopt;
    return raster::Window{
        .column = std::llround(left), .row = std::llround(top), .columns = raster.columns, .rows = raster.rows};
}

std::string lattice_text(const raster::Grid& grid) {
    return "pixels of " + plain(grid.pixel_width) + " x " + plain(grid.pixel_height) + " from origin (" +
           plain(grid.origin_x) + ", " + plain(grid.origin_y) + ")";
}

}  // namespace reddline::gdal_io
