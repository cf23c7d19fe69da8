#include "gdal_io/pixel_areas.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "domain/error.hpp"
#include "kernels/pixel_area.hpp"

namespace reddline::gdal_io {

namespace {

constexpr double cell_m = 500.0;
constexpr std::int64_t cell_px = 64;
constexpr double cm2_per_m2 = 1e4;

std::int64_t cell_size_px(double pixel_m) {
    return std::clamp(static_cast<std::int64_t>(cell_m / pixel_m), std::int64_t{1}, cell_px);
}

// Cells along one axis of the grid; the last one is narrower where the grid does not hold a whole number of
// them.
struct CellAxis {
    std::int64_t size_px = 1;
    std::int64_t pixels = 0;

    [[nodiscard]] std::int64_t count() const { return (pixels + size_px - 1) / size_px; }
    [[nodiscard]] std::int64_t edge_px(std::int64_t cell) const { return std::min(cell * size_px, pixels); }
    [[nodiscard]] double centre_px(std::int64_t cell) const {
        return (static_cast<double>(edge_px(cell)) + static_cast<double>(edge_px(cell + 1))) / 2.0;
    }
    // The cell whose centre is the last one left of a pixel's centre, with a neighbour to its right where
    // there is one.
    [[nodiscard]] std::int64_t cell_before(std::int64_t pixel) const {
        const double cells = (static_cast<double>(pixel) + 0.5) / static_cast<double>(size_px) - 0.5;
        const std::int64_t last = std::max<std::int64_t>(0, count() - 2);
        return std::clamp(static_cast<std::int64_t>(std::floor(cells)), std::int64_t{0}, last);
    }
    // How far a pixel's centre lies between the centres of two neighbouring cells; beyond 0..1 at the grid's
    // edges.
    [[nodiscard]] double share_of(std::int64_t pixel, std::int64_t cell) const {
        if (cell + 1 >= count()) return 0.0;
        return (static_cast<double>(pixel) + 0.5 - centre_px(cell)) / (centre_px(cell + 1) - centre_px(cell));
    }
    // All cells that the pixels [first, end) lie between.
    [[nodiscard]] std::vector<std::int64_t> cells_around(std::int64_t first, std::int64_t end) const {
        std::vector<std::int64_t> cells;
        const std::int64_t last = std::min(cell_before(end - 1) + 1, count() - 1);
        for (std::int64_t cell = cell_before(first); cell <= last; ++cell)
            cells.push_back(cell);
        return cells;
    }
    // A few cells from one end to the other.
    [[nodiscard]] std::vector<std::int64_t> sample() const {
        constexpr std::int64_t steps = 32;
        std::vector<std::int64_t> cells;
        for (std::int64_t step = 0; step <= steps; ++step) {
            const std::int64_t cell = step * (count() - 1) / steps;
            if (cells.empty() || cells.back() != cell) cells.push_back(cell);
        }
        return cells;
    }
};

std::vector<std::int64_t> edges_of(std::span<const std::int64_t> cells) {
    std::vector<std::int64_t> edges;
    for (const std::int64_t cell : cells) {
        if (edges.empty() || edges.back() != cell) edges.push_back(cell);
        edges.push_back(cell + 1);
    }
    return edges;
}

struct LonLat {
    double lon_deg = 0.0;
    double lat_deg = 0.0;
};

// Area of a small quadrilateral on the ellipsoid: its outline in the plane of longitude and the area south of
// a latitude (Eq. 1), where every figure has its true area.
double quadrilateral_m2(const raster::Ellipsoid& ellipsoid, const std::array<LonLat, 4>& corners) {
    std::array<double, 4> east_deg{};
    std::array<double, 4> north_m2_per_deg{};
    const LonLat& first = corners[0];
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const auto [south, north] = std::minmax(first.lat_deg, corners[i].lat_deg);
        const auto strip_m2 = static_cast<double>(
            kernels::geographic_area_m2(ellipsoid.semi_major_m, ellipsoid.semi_minor_m, south, north, 1.0L));
        north_m2_per_deg[i] = corners[i].lat_deg < first.lat_deg ? -strip_m2 : strip_m2;
        east_deg[i] = std::remainder(corners[i].lon_deg - first.lon_deg, 360.0);
    }
    double twice_m2 = 0.0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const std::size_t next = (i + 1) % corners.size();
        twice_m2 += east_deg[i] * north_m2_per_deg[next] - east_deg[next] * north_m2_per_deg[i];
    }
    return std::abs(twice_m2) / 2.0;
}

}  // namespace

PixelAreas::PixelAreas(const raster::Grid& grid, const std::string& subject) : grid_{&grid}, subject_{subject} {
    if (grid.area_rule != raster::AreaRule::projected) return;
    cell_columns_px_ = cell_size_px(grid.pixel_width * grid.unit_m);
    cell_rows_px_ = cell_size_px(grid.pixel_height * grid.unit_m);
    const ReferencePtr reference = reference_from_wkt(grid.crs_wkt);
    const ReferencePtr geographic = geographic_base(*reference);
    degrees_per_unit_ = degrees_per_unit(*geographic);
    to_geographic_ = std::make_unique<PointTransform>(*reference, *geographic, subject);
}

void PixelAreas::fill(raster::Block& block) {
    block.area_per_row = grid_->area_rule != raster::AreaRule::projected;
    if (block.area_per_row) {
        fill_by_row(block);
    } else {
        fill_by_scale(block);
    }
}

void PixelAreas::fill_by_row(raster::Block& block) {
    known_row_areas_cm2_.resize(static_cast<std::size_t>(grid_->rows));
    block.area_cm2.clear();
    for (std::int64_t row = block.window.row; row < block.window.end_row(); ++row) {
        std::int64_t& area_cm2 = known_row_areas_cm2_[static_cast<std::size_t>(row)];
        if (area_cm2 == 0) area_cm2 = row_area_cm2(row);
        block.area_cm2.push_back(area_cm2);
    }
}

std::int64_t PixelAreas::smallest_cm2() const {
    // Rows narrow towards the poles, so one of the two outermost rows holds the smallest pixels.
    if (!to_geographic_) return std::min(row_area_cm2(0), row_area_cm2(grid_->rows - 1));
    const CellAxis columns{cell_columns_px_, grid_->columns};
    const CellAxis rows{cell_rows_px_, grid_->rows};
    double smallest = std::numeric_limits<double>::infinity();
    for (const double scale : scales(columns.sample(), rows.sample())) {
        if (scale < smallest) smallest = scale;
    }
    if (!std::isfinite(smallest)) {
        throw Error(ErrorCode::crs_mismatch, subject_,
                    "expected a grid on the Earth, found none of its corners there; check the coordinate "
                    "reference system");
    }
    // The scale bends by far less than a thousandth between two of 33 samples.
    constexpr double between_samples = 0.999;
    return static_cast<std::int64_t>(between_samples * smallest * nominal_cm2());
}

double PixelAreas::nominal_cm2() const {
    return grid_->pixel_width * grid_->pixel_height * grid_->unit_m * grid_->unit_m * cm2_per_m2;
}

std::int64_t PixelAreas::row_area_cm2(std::int64_t row) const {
    if (grid_->area_rule == raster::AreaRule::equal_area) return std::llround(nominal_cm2());
    // In double, the rounding of the two latitudes would reach the eleventh digit of so thin a row's area.
    const auto latitude_deg = [&](std::int64_t edge) {
        const long double from_top = static_cast<long double>(edge) * grid_->pixel_height;
        return std::clamp(grid_->origin_y - from_top, -90.0L, 90.0L);
    };
    return kernels::geographic_pixel_area_cm2(grid_->ellipsoid.semi_major_m, grid_->ellipsoid.semi_minor_m,
                                              latitude_deg(row + 1), latitude_deg(row), grid_->pixel_width);
}

// The areal scale of cells, row by row; infinite or no number where the projection has no place on the Earth.
std::vector<double> PixelAreas::scales(std::span<const std::int64_t> cell_columns,
                                       std::span<const std::int64_t> cell_rows) const {
    const CellAxis columns{cell_columns_px_, grid_->columns};
    const CellAxis rows{cell_rows_px_, grid_->rows};
    const std::vector<std::int64_t> column_edges = edges_of(cell_columns);
    const std::vector<std::int64_t> row_edges = edges_of(cell_rows);
    std::vector<double> lon;
    std::vector<double> lat;
    for (const std::int64_t row_edge : row_edges) {
        for (const std::int64_t column_edge : column_edges) {
            lon.push_back(grid_->x_of(static_cast<double>(columns.edge_px(column_edge))));
            lat.push_back(grid_->y_of(static_cast<double>(rows.edge_px(row_edge))));
        }
    }
    to_geographic_->apply(lon, lat);
    const auto corner = [&](std::int64_t column_edge, std::int64_t row_edge) {
        const auto column = std::ranges::lower_bound(column_edges, column_edge) - column_edges.begin();
        const auto row = std::ranges::lower_bound(row_edges, row_edge) - row_edges.begin();
        const std::size_t index =
            static_cast<std::size_t>(row) * column_edges.size() + static_cast<std::size_t>(column);
        return LonLat{lon[index] * degrees_per_unit_, lat[index] * degrees_per_unit_};
    };
    std::vector<double> scale;
    for (const std::int64_t row : cell_rows) {
        for (const std::int64_t column : cell_columns) {
            const std::array<LonLat, 4> corners{corner(column, row), corner(column + 1, row),
                                                corner(column + 1, row + 1), corner(column, row + 1)};
            const auto pixels = static_cast<double>((columns.edge_px(column + 1) - columns.edge_px(column)) *
                                                    (rows.edge_px(row + 1) - rows.edge_px(row)));
            const bool on_earth =
                std::ranges::all_of(corners, [](const LonLat& c) { return std::isfinite(c.lat_deg); });
            scale.push_back(on_earth
                                ? quadrilateral_m2(grid_->ellipsoid, corners) * cm2_per_m2 / (pixels * nominal_cm2())
                                : std::numeric_limits<double>::quiet_NaN());
        }
    }
    return scale;
}

void PixelAreas::fill_by_scale(raster::Block& block) const {
    const raster::Window& window = block.window;
    block.area_cm2.resize(static_cast<std::size_t>(window.pixels()));
    if (window.empty()) return;
    const CellAxis columns{cell_columns_px_, grid_->columns};
    const CellAxis rows{cell_rows_px_, grid_->rows};
    const std::vector<std::int64_t> cell_columns = columns.cells_around(window.column, window.end_column());
    const std::vector<std::int64_t> cell_rows = rows.cells_around(window.row, window.end_row());
    const std::vector<double> scale = scales(cell_columns, cell_rows);
    if (!std::ranges::all_of(scale, [](double value) { return std::isfinite(value); })) {
        throw Error(ErrorCode::crs_mismatch, subject_,
                    "expected pixels that have a place on the Earth, found some around column " +
                        std::to_string(window.column) + ", row " + std::to_string(window.row) +
                        " that the projection does not reach; crop the loss tiles to the landscape");
    }
    std::vector<std::size_t> cell_of_column;
    std::vector<double> share_of_column;
    for (std::int64_t column = window.column; column < window.end_column(); ++column) {
        const std::int64_t left = columns.cell_before(column);
        cell_of_column.push_back(static_cast<std::size_t>(left - cell_columns.front()));
        share_of_column.push_back(columns.share_of(column, left));
    }
    const double nominal = nominal_cm2();
    // One cell more than there is, so that a grid of a single cell has a right neighbour of no weight.
    std::vector<double> of_row(cell_columns.size() + 1);
    auto area = block.area_cm2.begin();
    for (std::int64_t row = window.row; row < window.end_row(); ++row) {
        const std::int64_t above = rows.cell_before(row);
        const auto first = static_cast<std::size_t>(above - cell_rows.front()) * cell_columns.size();
        const double down = rows.share_of(row, above);
        const std::size_t next = rows.count() > 1 ? cell_columns.size() : 0;
        for (std::size_t i = 0; i < cell_columns.size(); ++i) {
            of_row[i] = nominal * (scale[first + i] + down * (scale[first + next + i] - scale[first + i]));
        }
        for (std::size_t i = 0; i < cell_of_column.size(); ++i) {
            const double left = of_row[cell_of_column[i]];
            const double area_cm2 = left + share_of_column[i] * (of_row[cell_of_column[i] + 1] - left);
            *area++ = static_cast<std::int64_t>(area_cm2 + 0.5);
        }
    }
}

}  // namespace reddline::gdal_io
