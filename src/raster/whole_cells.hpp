#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "raster/cell_lattice.hpp"
#include "raster/run_table.hpp"

namespace reddline::raster {

/// A cell all of whose pixels lie in exactly the areas of one set.
struct WholeCell {
    std::size_t cell = 0;
    std::uint32_t set = 0;  ///< index into RunTable::sets
    friend auto operator<=>(const WholeCell&, const WholeCell&) = default;
};

/// The whole cells of a lattice over the grid of the runs, in order of their numbers.
[[nodiscard]] std::vector<WholeCell> whole_cells(const RunTable& runs, const CellLattice& lattice);

/// The parts of the runs that lie in none of these cells, with the same sets under the same numbers.
///
/// Shapes: `cells` are whole cells of the runs.
[[nodiscard]] RunTable without_cells(const RunTable& runs, const CellLattice& lattice,
                                     const std::vector<WholeCell>& cells);

}  // namespace reddline::raster
