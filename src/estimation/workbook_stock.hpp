#pragma once

#include "domain/mocaredd_workbook.hpp"
#include "domain/product_sum.hpp"

namespace reddline::estimation {

/// The carbon of a stock in tC/ha as a sum of products of the workbook's inputs: biomass times its carbon fraction, below
/// ground by its ratio to what is above, and degraded land as a share of its intact stock.
///
/// Source: docs/equations.md, Eq. 40
[[nodiscard]] ProductSum density_of(const MocareddWorkbook& workbook, const WorkbookStock& stock);

}  // namespace reddline::estimation
