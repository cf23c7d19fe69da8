#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>

namespace reddline::raster {

/// A rectangle of pixels of a grid.
struct Window {
    std::int64_t column = 0;
    std::int64_t row = 0;
    std::int64_t columns = 0;
    std::int64_t rows = 0;

    [[nodiscard]] std::int64_t end_column() const { return column + columns; }
    [[nodiscard]] std::int64_t end_row() const { return row + rows; }
    [[nodiscard]] std::int64_t pixels() const { return columns * rows; }
    [[nodiscard]] bool empty() const { return columns <= 0 || rows <= 0; }
    friend constexpr auto operator<=>(const Window&, const Window&) = default;
};

/// The pixels that both windows hold; empty when there are none.
[[nodiscard]] inline Window intersection(const Window& a, const Window& b) {
    Window shared{.column = std::max(a.column, b.column), .row = std::max(a.row, b.row)};
    shared.columns = std::max<std::int64_t>(0, std::min(a.end_column(), b.end_column()) - shared.column);
    shared.rows = std::max<std::int64_t>(0, std::min(a.end_row(), b.end_row()) - shared.row);
    return shared;
}

/// The place of a pixel, given by row and column of the grid, in a window's pixels row by row.
[[nodiscard]] inline std::size_t index_in(const Window& window, std::int64_t row, std::int64_t column) {
    return static_cast<std::size_t>((row - window.row) * window.columns + (column - window.column));
}

/// The window grown by `margin` pixels on every side, cut at `bounds`.
[[nodiscard]] inline Window grown(const Window& window, std::int64_t margin, const Window& bounds) {
    return intersection(
        {window.column - margin, window.row - margin, window.columns + 2 * margin, window.rows + 2 * margin}, bounds);
}

}  // namespace reddline::raster
