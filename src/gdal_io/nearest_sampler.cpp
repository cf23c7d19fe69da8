#include "gdal_io/nearest_sampler.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "gdal_io/tile_reader.hpp"

namespace reddline::gdal_io {

namespace {

// Rows of the grid that are sampled together: few, so that the source pixels around them stay few as well.
constexpr std::int64_t strip_rows = 32;

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

NearestSampler::NearestSampler(const Mosaic& mosaic, const std::vector<StratumCodes>& codes_of,
                               const raster::Grid& grid)
    : mosaic_{&mosaic}, codes_of_{&codes_of}, grid_{&grid} {
    for (const Tile& tile : mosaic.tiles) {
        const bool shares_axes = same_wkt(grid.crs_wkt, tile.lattice.crs_wkt);
        to_tile_.push_back(shares_axes ? nullptr
                                       : std::make_unique<PointTransform>(*reference_from_wkt(grid.crs_wkt),
                                                                          *reference_from_wkt(tile.lattice.crs_wkt),
                                                                          tile.path));
    }
}

void NearestSampler::read(BlockReader& reader, const raster::Window& window, std::uint8_t no_data,
                          std::uint8_t* codes) {
    std::fill_n(codes, window.pixels(), no_data);
    for (std::int64_t row = window.row; row < window.end_row(); row += strip_rows) {
        const raster::Window strip{window.column, row, window.columns, std::min(strip_rows, window.end_row() - row)};
        for (std::size_t tile = 0; tile < mosaic_->tiles.size(); ++tile) {
            read_strip(reader, tile, strip, codes + (row - window.row) * window.columns);
        }
    }
}

std::optional<SourcePixel> NearestSampler::source_of(std::int64_t column, std::int64_t row) const {
    std::optional<SourcePixel> source;
    for (std::size_t tile = 0; tile < mosaic_->tiles.size(); ++tile) {
        const Places places = places_of(tile, {column, row, 1, 1});
        if (places.columns[0] >= 0 && places.rows[0] >= 0) source = {tile, places.columns[0], places.rows[0]};
    }
    return source;
}

std::int64_t NearestSampler::block_bytes(const raster::Window& window) const {
    std::int64_t bytes = 0;
    for (std::size_t tile = 0; tile < mosaic_->tiles.size(); ++tile)
        bytes += gdal_io::block_bytes(mosaic_->tiles[tile], source_window(tile, window));
    return bytes;
}

raster::Window NearestSampler::source_window(std::size_t tile, const raster::Window& window) const {
    const raster::Grid& lattice = mosaic_->tiles[tile].lattice;
    Outline outline = outline_of(window, *grid_);
    if (!shares_axes(tile)) to_tile_[tile]->apply(outline.x, outline.y);
    Range columns;
    Range rows;
    for (std::size_t i = 0; i < outline.x.size(); ++i) {
        take_in(column_position(lattice, outline.x[i]), lattice.columns, columns);
        take_in(row_position(lattice, outline.y[i]), lattice.rows, rows);
    }
    return window_of(columns, rows);
}

NearestSampler::Places NearestSampler::places_of(std::size_t tile, const raster::Window& window) const {
    const raster::Grid& lattice = mosaic_->tiles[tile].lattice;
    std::vector<double> x(static_cast<std::size_t>(window.columns));
    std::vector<double> y(static_cast<std::size_t>(window.rows));
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = grid_->x_of(static_cast<double>(window.column) + static_cast<double>(i) + 0.5);
    for (std::size_t i = 0; i < y.size(); ++i)
        y[i] = grid_->y_of(static_cast<double>(window.row) + static_cast<double>(i) + 0.5);
    Places places;
    places.per_pixel = !shares_axes(tile);
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
        to_tile_[tile]->apply(row_x, row_y);
        for (const double moved : row_x)
            places.columns.push_back(column_in(lattice, moved));
        for (const double moved : row_y)
            places.rows.push_back(row_in(lattice, moved));
    }
    return places;
}

void NearestSampler::read_strip(BlockReader& reader, std::size_t tile, const raster::Window& strip,
                                std::uint8_t* codes) {
    const Places places = places_of(tile, strip);
    const raster::Window source = window_of(range_of(places.columns), range_of(places.rows));
    if (source.empty()) return;
    source_codes_.resize(static_cast<std::size_t>(source.pixels()));
    read_tile(reader, mosaic_->tiles[tile], (*codes_of_)[tile], source, source_codes_.data(), source.columns);
    for (std::int64_t row = 0; row < strip.rows; ++row) {
        for (std::int64_t column = 0; column < strip.columns; ++column) {
            const auto pixel = static_cast<std::size_t>(row * strip.columns + column);
            const std::int64_t from_column =
                places.columns[places.per_pixel ? pixel : static_cast<std::size_t>(column)];
            const std::int64_t from_row = places.rows[places.per_pixel ? pixel : static_cast<std::size_t>(row)];
            if (from_column < 0 || from_row < 0) continue;
            codes[pixel] = source_codes_[static_cast<std::size_t>((from_row - source.row) * source.columns +
                                                                  (from_column - source.column))];
        }
    }
}

}  // namespace reddline::gdal_io
