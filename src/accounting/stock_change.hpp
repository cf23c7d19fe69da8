#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "accounting/workings.hpp"
#include "domain/answer.hpp"
#include "domain/reading.hpp"
#include "domain/stock_year.hpp"
#include "domain/units.hpp"
#include "domain/year.hpp"

namespace reddline::accounting {

/// Forest left and its carbon at the start of every year after the strata map's, up to the end of the product's last.
///
/// Source: docs/equations.md, Eq. 4, 12
[[nodiscard]] std::vector<StockYear> stock_by_loss(const Workings& workings, std::size_t zone, const Reading& reading);

/// Area and carbon of every forest stratum in both maps of the maps route, over the pixels that both maps
/// know.
///
/// Errors: a refusal when there are no two maps, or their legends differ in forest strata.
/// Source: docs/equations.md, Eq. 12
[[nodiscard]] Answer<std::vector<StockYear>> stock_by_maps(const Workings& workings, std::size_t zone,
                                                           const Reading& reading);

}  // namespace reddline::accounting
