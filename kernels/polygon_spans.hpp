#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace reddline::kernels {

/// A vertex in pixels: (0, 0) is the upper-left corner of the grid, (0.5, 0.5) the centre of its first pixel.
struct PixelPoint {
    double column = 0.0;
    double row = 0.0;
};

/// Pixels [first, end) of one row.
struct PixelSpan {
    std::int64_t row = 0;
    std::int64_t first = 0;
    std::int64_t end = 0;
};

/// Appends the pixels whose centre lies inside a polygon, row by row, by the even-odd rule over its rings.
///
/// Exactly the pixels that gdal_rasterize burns without -at for the same polygon on a raster with north up: a
/// centre on a western edge is out, on an eastern edge in, and on a horizontal edge in when its ring encloses
/// what lies north of that edge or the polygon what lies south of it. The direction of the rings does not
/// matter. Of a multipolygon, give each part to a call of its own.
///
/// Shapes: each ring is closed or not, the closing edge is implied; outer ring and holes of one polygon
///         together.
/// Units:  pixels; spans are cut to rows 0..rows-1 and columns 0..columns-1, and may touch or overlap.
/// Errors: none; finite coordinates are the caller's promise.
void polygon_spans(std::span<const std::vector<PixelPoint>> rings, std::int64_t columns, std::int64_t rows,
                   std::vector<PixelSpan>& spans);

}  // namespace reddline::kernels
