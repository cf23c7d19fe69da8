#pragma once

#include <cstddef>
#include <string>

#include "domain/carbon_stock.hpp"
#include "inputs/csv_table.hpp"

namespace reddline::inputs {

/// Below-ground to above-ground biomass: no vegetation comes near this, so that beyond it a percentage was meant.
inline constexpr double most_root_ratio = 10.0;

/// A field as a number that is not negative. Errors: Error{table_malformed}.
[[nodiscard]] double read_amount(const CsvTable& table, std::size_t row, const std::string& column);

/// Column `root_ratio`. Errors: Error{table_malformed} for a negative ratio, and for one above `most_root_ratio`.
[[nodiscard]] double read_root_ratio(const CsvTable& table, std::size_t row);

/// The pool of a row; total where the table has no such column. Errors: Error{table_malformed}, naming the nearest.
[[nodiscard]] std::string read_pool(const CsvTable& table, std::size_t row);

/// Adds a pool, unless it would count carbon twice. Errors: Error{table_malformed} at `place`.
void add_pool(CarbonTable& factors, const std::string& stratum, PoolDensity pool, const std::string& place);

}  // namespace reddline::inputs
