#pragma once

#include <string>
#include <vector>

#include "domain/mocaredd_workbook.hpp"
#include "domain/product_sum.hpp"

namespace reddline::estimation {

/// The carbon of one pool of a stock as a sum of products of the workbook's inputs.
struct PoolCarbon {
    std::string pool;  ///< as factor tables call it, such as above_ground
    ProductSum density_tC_per_ha;
};

/// The pools of a stock in carbon: biomass times its carbon fraction, below ground by its ratio to what is above, and
/// degraded land as a share of its intact stock.
///
/// Source: docs/equations.md, Eq. 40
[[nodiscard]] std::vector<PoolCarbon> pools_of(const MocareddWorkbook& workbook, const WorkbookStock& stock);

/// All of them together.
///
/// Source: docs/equations.md, Eq. 40
[[nodiscard]] ProductSum density_of(const MocareddWorkbook& workbook, const WorkbookStock& stock);

}  // namespace reddline::estimation
