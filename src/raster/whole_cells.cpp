#include "raster/whole_cells.hpp"

#include <algorithm>

namespace reddline::raster {

namespace {

/// How many rows of a cell, from its first one on, one set fills.
struct Filled {
    std::uint32_t set = 0;
    std::int64_t rows = 0;
};

/// The columns of cells that pixels [first, end) of a row fill, as [first, end).
struct CellColumns {
    std::int64_t first = 0;
    std::int64_t end = 0;
};

CellColumns filled_by(std::int64_t first, std::int64_t end, const CellLattice& lattice, std::int64_t grid_columns) {
    const std::int64_t width = lattice.cell().columns;
    return {(first + width - 1) / width, end == grid_columns ? lattice.across() : end / width};
}

}  // namespace

std::vector<WholeCell> whole_cells(const RunTable& runs, const CellLattice& lattice) {
    std::vector<WholeCell> whole;
    if (runs.size() == 0) return whole;
    const std::int64_t grid_columns = lattice.window_of(static_cast<std::size_t>(lattice.across() - 1)).end_column();
    const std::int64_t height = lattice.cell().rows;
    std::vector<Filled> filled(static_cast<std::size_t>(lattice.across()));
    std::int64_t top = runs.bounds().row / height * height;
    const auto take_filled = [&] {
        for (std::size_t column = 0; column < filled.size(); ++column) {
            const std::size_t cell = lattice.cell_at(0, top) + column;
            if (filled[column].rows == lattice.window_of(cell).rows) whole.push_back({cell, filled[column].set});
            filled[column] = {};
        }
        top += height;
    };
    for (std::int64_t row = runs.bounds().row; row < runs.bounds().end_row(); ++row) {
        if (row == top + height) take_filled();
        for (const Run& run : runs.runs_of(row)) {
            const CellColumns columns = filled_by(run.first, run.end, lattice, grid_columns);
            for (std::int64_t column = columns.first; column < columns.end; ++column) {
                Filled& cell = filled[static_cast<std::size_t>(column)];
                if (cell.rows == 0) cell.set = run.set;
                if (cell.set == run.set) ++cell.rows;
            }
        }
    }
    take_filled();
    return whole;
}

RunTable without_cells(const RunTable& runs, const CellLattice& lattice, const std::vector<WholeCell>& cells) {
    std::vector<bool> left_out(lattice.size());
    for (const WholeCell& cell : cells)
        left_out[cell.cell] = true;
    const std::int64_t width = lattice.cell().columns;
    return runs.chosen([&](std::int64_t row, const Run& run, const auto& keep) {
        std::int64_t first = run.first;
        for (std::int64_t column = run.first; column < run.end;) {
            const std::int64_t next = std::min<std::int64_t>((column / width + 1) * width, run.end);
            if (left_out[lattice.cell_at(column, row)]) {
                if (first < column) keep(Run{first, column, run.set});
                first = next;
            }
            column = next;
        }
        if (first < run.end) keep(Run{first, run.end, run.set});
    });
}

}  // namespace reddline::raster
