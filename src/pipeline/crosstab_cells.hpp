#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "domain/cell_table.hpp"
#include "domain/error.hpp"
#include "pipeline/crosstab_rules.hpp"
#include "pipeline/crosstab_sum.hpp"
#include "raster/block_plan.hpp"
#include "raster/cell_lattice.hpp"
#include "raster/grid.hpp"
#include "raster/layer_stack.hpp"
#include "raster/whole_cells.hpp"

namespace reddline::pipeline {

/// Takes the cells of a lattice, one at a time, each once, and the same ones in the same order for any number of threads.
///
/// Shapes: `tables` has one entry per minimum area.
struct CellKeeper {
    std::function<void(std::size_t cell, const std::vector<CellTable>& tables)> keep;
    std::function<void(std::size_t cell, const Error& error)> leave_out;
};

/// Counts every cell under the windows of the plan, which hold whole cells together, whatever zones there may be. A cell with a
/// pixel that cannot be read or counted is left out.
///
/// Errors: Error{stopped}; those of the keeper.
void count_cells(const std::vector<raster::Band>& plan, const raster::Grid& grid, const raster::CellLattice& lattice,
                 const raster::OpenStack& open_stack, const CrosstabRules& rules, const PassControl& control,
                 const CellKeeper& keeper);

/// The tables of a cell, one per minimum area; called from any thread.
using CellTables = std::function<std::vector<CellTable>(std::size_t cell)>;

/// Adds up cells that need not be read, since they were counted before: one sum per minimum area.
///
/// Errors: those of `tables_of`; Error{stopped}.
[[nodiscard]] std::vector<CrosstabSum> sum_cells(std::vector<raster::WholeCell> cells, const CellTables& tables_of,
                                                 const CrosstabRules& rules, const PassControl& control);

}  // namespace reddline::pipeline
