#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "gdal_io/reference_system.hpp"
#include "raster/block.hpp"
#include "raster/grid.hpp"
#include "raster/window.hpp"

namespace reddline::gdal_io {

/// The true areas of a grid's pixels on its ellipsoid. Serves one thread.
///
/// Geographic grids: by row. Equal-area projections: the same everywhere. Other projections: the nominal area
/// by the areal scale, which is measured over cells of at most 500 m and 64 pixels, anchored at the grid's
/// upper-left corner, and runs straight between the cells' centres; so a pixel's area depends on its place
/// alone, not on the window it is read in.
///
/// Source: docs/equations.md, Eq. 1
class PixelAreas {
public:
    /// `subject` names the grid's file in messages; the grid must outlive this.
    PixelAreas(const raster::Grid& grid, const std::string& subject);

    /// Sets `block.area_cm2` and `block.area_per_row` for `block.window`.
    ///
    /// Errors: Error{crs_mismatch} where the projection has no place on the Earth.
    void fill(raster::Block& block);

    /// A lower bound of the area of every pixel of the grid.
    [[nodiscard]] std::int64_t smallest_cm2() const;

private:
    [[nodiscard]] double nominal_cm2() const;
    [[nodiscard]] std::int64_t row_area_cm2(std::int64_t row) const;
    [[nodiscard]] std::vector<double> scales(std::span<const std::int64_t> cell_columns,
                                             std::span<const std::int64_t> cell_rows) const;
    void fill_by_row(raster::Block& block);
    void fill_by_scale(raster::Block& block) const;

    const raster::Grid* grid_;
    std::string subject_;
    std::int64_t cell_columns_px_ = 1;
    std::int64_t cell_rows_px_ = 1;
    double degrees_per_unit_ = 1.0;
    std::vector<std::int64_t> known_row_areas_cm2_;  // 0 = not yet measured: a row lies in many windows
    std::unique_ptr<PointTransform> to_geographic_;  // null unless the areal scale is needed
};

}  // namespace reddline::gdal_io
