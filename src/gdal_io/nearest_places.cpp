#include "gdal_io/nearest_places.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace reddline::gdal_io {

namespace {

// A centre that falls on the edge between two source pixels belongs to the right or lower one; the hair,
// which is gdalwarp's as well, keeps rounding from moving it to the other.
constexpr double edge_px = 1e-10;

double pixel_at(double position_px) {
    return std::floor(position_px + edge_px);
}

std::int64_t place_in(double position_px, std::int64_t size) {
    const double pixel = pixel_at(position_px);
    const bool is_inside = pixel >= 0.0 && pixel < static_cast<double>(size);
    return is_inside ? static_cast<std::int64_t>(pixel) : -1;
}

double column_position(const raster::Grid& lattice, double x) {
    return (x - lattice.origin_x) / lattice.pixel_width;
}

double row_position(const raster::Grid& lattice, double y) {
    return (lattice.origin_y - y) / lattice.pixel_height;
}

std::int64_t column_in(const raster::Grid& lattice, double x) {
    return place_in(column_position(lattice, x), lattice.columns);
}

std::int64_t row_in(const raster::Grid& lattice, double y) {
    return place_in(row_position(lattice, y), lattice.rows);
}

struct Range {
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::int64_t end = 0;
};

Range range_of(std::span<const std::int64_t> places) {
    Range range;
    for (const std::int64_t place : places) {
        if (place < 0) continue;
        range.first = std::min(range.first, place);
        range.end = std::max(range.end, place + 1);
    }
    return range;
}

/// Grows a range, within the pixels of a side, by the pixel at a position that may lie beyond them.
void take_in(double position_px, std::int64_t size, Range& range) {
    if (!std::isfinite(position_px)) return;
    const auto pixel = static_cast<std::int64_t>(std::clamp(pixel_at(position_px), -1.0, static_cast<double>(size)));
    range.first = std::min(range.first, std::max<std::int64_t>(pixel, 0));
    range.end = std::max(range.end, std::min(pixel + 1, size));
}

raster::Window window_of(const Range& columns, const Range& rows) {
    if (columns.first >= columns.end || rows.first >= rows.end) return {};
    return {columns.first, rows.first, columns.end - columns.first, rows.end - rows.first};
}

/// Centres of pixels along the four sides of a window, or points between them.
struct Outline {
    std::vector<double> x;
    std::vector<double> y;
};

Outline outline_of(const raster::Window& window, const raster::Grid& grid) {
    constexpr int steps = 16;  // of a side: it is bent where the axes differ, by a pixel between two points at most
    const auto along = [](std::int64_t first, std::int64_t pixels, int step) {
        return static_cast<double>(first) + 0.5 + static_cast<double>(pixels - 1) * step / steps;
    };
    Outline outline;
    const auto add = [&](int right, int down) {
        outline.x.push_back(grid.x_of(along(window.column, window.columns, right)));
        outline.y.push_back(grid.y_of(along(window.row, window.rows, down)));
    };
    for (int step = 0; step <= steps; ++step) {
        add(step, 0);
        add(step, steps);
        add(0, step);
        add(steps, step);
    }
    return outline;
}

}  // namespace

NearestPlaces::NearestPlaces(const raster::Grid& grid, const raster::Grid& lattice, const std::string& subject)
    : grid_{&grid}, lattice_{&lattice} {
    if (same_wkt(grid.crs_wkt, lattice.crs_wkt)) return;
    to_lattice_ = std::make_unique<PointTransform>(*reference_from_wkt(grid.crs_wkt),
                                                   *reference_from_wkt(lattice.crs_wkt), subject);
}

raster::Window NearestPlaces::source_window(const raster::Window& window) const {
    const raster::Grid& lattice = *lattice_;
    Outline outline = outline_of(window, *grid_);
    if (!shares_axes()) to_lattice_->apply(outline.x, outline.y);
    Range columns;
    Range rows;
    for (std::size_t i = 0; i < outline.x.size(); ++i) {
        take_in(column_position(lattice, outline.x[i]), lattice.columns, columns);
        take_in(row_position(lattice, outline.y[i]), lattice.rows, rows);
    }
    return window_of(columns, rows);
}

NearestPlaces::Places NearestPlaces::of(const raster::Window& window) const {
    const raster::Grid& lattice = *lattice_;
    std::vector<double> x(static_cast<std::size_t>(window.columns));
    std::vector<double> y(static_cast<std::size_t>(window.rows));
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = grid_->x_of(static_cast<double>(window.column) + static_cast<double>(i) + 0.5);
    for (std::size_t i = 0; i < y.size(); ++i)
        y[i] = grid_->y_of(static_cast<double>(window.row) + static_cast<double>(i) + 0.5);
    Places places;
    places.width = window.columns;
    places.per_pixel = !shares_axes();
    if (!places.per_pixel) {
        for (const double value : x)
            places.columns.push_back(column_in(lattice, value));
        for (const double value : y)
            places.rows.push_back(row_in(lattice, value));
        return places;
    }
    std::vector<double> row_x;
    std::vector<double> row_y;
    for (const double value : y) {
        row_x = x;
        row_y.assign(x.size(), value);
        to_lattice_->apply(row_x, row_y);
        for (const double moved : row_x)
            places.columns.push_back(column_in(lattice, moved));
        for (const double moved : row_y)
            places.rows.push_back(row_in(lattice, moved));
    }
    return places;
}

raster::Window window_of(const NearestPlaces::Places& places) {
    return window_of(range_of(places.columns), range_of(places.rows));
}

}  // namespace reddline::gdal_io
