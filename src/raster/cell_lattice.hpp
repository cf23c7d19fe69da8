#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "raster/block_plan.hpp"
#include "raster/window.hpp"

namespace reddline::raster {

/// A grid cut into equal cells from its upper-left corner, numbered row by row; the last ones of a row or column may be
/// narrower.
class CellLattice {
public:
    /// Shapes: grid and cell are not empty.
    CellLattice(const Grid& grid, const BlockShape& cell)
        : grid_{0, 0, grid.columns, grid.rows},
          cell_{cell},
          across_{(grid.columns + cell.columns - 1) / cell.columns},
          down_{(grid.rows + cell.rows - 1) / cell.rows} {}

    [[nodiscard]] const BlockShape& cell() const { return cell_; }
    [[nodiscard]] std::int64_t across() const { return across_; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(across_ * down_); }
    /// The number of the cell that holds a pixel.
    [[nodiscard]] std::size_t cell_at(std::int64_t column, std::int64_t row) const {
        return static_cast<std::size_t>(row / cell_.rows * across_ + column / cell_.columns);
    }
    [[nodiscard]] Window window_of(std::size_t cell) const {
        const auto number = static_cast<std::int64_t>(cell);
        return intersection(
            grid_, {number % across_ * cell_.columns, number / across_ * cell_.rows, cell_.columns, cell_.rows});
    }

    /// Calls `visit(cell, part)` for every cell that shares pixels with the window, which lies in the grid, and the part
    /// that they share.
    template <class Visit>
    void for_each(const Window& window, const Visit& visit) const {
        for (std::int64_t row = window.row; row < window.end_row(); row = (row / cell_.rows + 1) * cell_.rows) {
            for (std::int64_t column = window.column; column < window.end_column();
                 column = (column / cell_.columns + 1) * cell_.columns) {
                const std::size_t cell = cell_at(column, row);
                visit(cell, intersection(window_of(cell), window));
            }
        }
    }

private:
    Window grid_;
    BlockShape cell_;
    std::int64_t across_;
    std::int64_t down_;
};

}  // namespace reddline::raster
