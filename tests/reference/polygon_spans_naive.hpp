#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "kernels/polygon_spans.hpp"

namespace reddline::reference {

/// True when an odd number of a ring's edges pass strictly west of a point; an edge holds its upper end, not
/// its lower.
inline bool encloses(const std::vector<kernels::PixelPoint>& ring, const kernels::PixelPoint& point) {
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const kernels::PixelPoint& a = ring[i];
        const kernels::PixelPoint& b = ring[(i + 1) % ring.size()];
        const kernels::PixelPoint& upper = a.row < b.row ? a : b;
        const kernels::PixelPoint& lower = a.row < b.row ? b : a;
        if (point.row < upper.row || point.row >= lower.row) continue;
        const double share = (point.row - upper.row) / (lower.row - upper.row);
        if (upper.column + share * (lower.column - upper.column) < point.column) inside = !inside;
    }
    return inside;
}

/// True when a point lies on a horizontal edge of a ring that encloses what lies north of the point.
inline bool on_southern_edge(const std::vector<kernels::PixelPoint>& ring, const kernels::PixelPoint& point) {
    constexpr double a_little = 1.0 / 64.0;  // less than any distance between the corners of the test polygons
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const kernels::PixelPoint& a = ring[i];
        const kernels::PixelPoint& b = ring[(i + 1) % ring.size()];
        if (a.row != point.row || b.row != point.row) continue;
        const auto [west, east] = std::minmax(a.column, b.column);
        const bool along = west < point.column && point.column <= east;
        if (along && encloses(ring, {point.column, point.row - a_little})) return true;
    }
    return false;
}

/// The naive twin of kernels::polygon_spans for rings that do not cross themselves: asks every pixel of the
/// raster.
///
/// Shapes: the result holds columns x rows flags, row by row.
inline std::vector<bool> polygon_mask_naive(std::span<const std::vector<kernels::PixelPoint>> rings,
                                            std::int64_t columns, std::int64_t rows) {
    std::vector<bool> mask;
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int64_t column = 0; column < columns; ++column) {
            const kernels::PixelPoint centre{static_cast<double>(column) + 0.5, static_cast<double>(row) + 0.5};
            bool inside = false;
            bool on_edge = false;
            for (const std::vector<kernels::PixelPoint>& ring : rings) {
                if (encloses(ring, centre)) inside = !inside;
                on_edge = on_edge || on_southern_edge(ring, centre);
            }
            mask.push_back(inside || on_edge);
        }
    }
    return mask;
}

/// The pixels of spans as a mask of columns x rows flags, row by row.
inline std::vector<bool> mask_of(std::span<const kernels::PixelSpan> spans, std::int64_t columns, std::int64_t rows) {
    std::vector<bool> mask(static_cast<std::size_t>(columns * rows), false);
    for (const kernels::PixelSpan& span : spans) {
        for (std::int64_t column = span.first; column < span.end; ++column) {
            mask.at(static_cast<std::size_t>(span.row * columns + column)) = true;
        }
    }
    return mask;
}

}  // namespace reddline::reference
