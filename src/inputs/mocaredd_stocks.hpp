#pragma once

#include "domain/mocaredd_workbook.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/mocaredd_value.hpp"

namespace reddline::inputs {

/// How stocks are given: what user_inputs says of degraded land.
struct StockRules {
    std::string degraded_ending;              ///< dg_ext; empty where there is none
    std::vector<std::string> degraded_pools;  ///< dg_pool
    NegativeDraws negative = NegativeDraws::kept;
};

/// Adds the stocks of the sheet c_stocks to a workbook that has its periods. Returns how many rows were left out,
/// because they say NA.
///
/// Errors: Error{table_malformed} for ids that repeat, unknown periods and pools, pools that count carbon twice or
///         lack the one that they are a ratio of, and degraded land whose intact stock does not say what the ratio is
///         a share of.
[[nodiscard]] std::size_t add_stocks(const CsvTable& table, const StockRules& rules, MocareddWorkbook& workbook);

/// Index of the stock of a land use in a period; nothing where it has none.
[[nodiscard]] std::optional<std::size_t> stock_of(const MocareddWorkbook& workbook, const std::string& land_use,
                                                  std::size_t period);

}  // namespace reddline::inputs
