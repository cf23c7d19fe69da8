#pragma once

#include "domain/carbon_stock.hpp"
#include "inputs/csv_table.hpp"

namespace reddline::inputs {

/// Reads carbon factors from plots, `stratum,plot,pool,carbon_tC_per_ha[,weight],source`, one line per plot and pool: the
/// density of a pool is the mean over its plots, which are kept by their names. Without weights every plot counts the same.
///
/// Errors: Error{table_malformed} for a plot and pool given twice, weights of one plot that differ, a weight that is not
///         positive, sources of one pool that differ, and as parse_factors.
/// Source: docs/equations.md, Means of plots
void read_plots(const CsvTable& table, CarbonTable& factors);

}  // namespace reddline::inputs
