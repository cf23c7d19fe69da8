#pragma once

#include <string>
#include <string_view>

#include "domain/carbon_stock.hpp"

namespace reddline::inputs {

/// Reads carbon factors in one of three forms: `stratum[,pool],carbon_tC_per_ha[,standard_error][,year],source`, one line
/// per stratum and pool; plots (`read_plots`), known by the column `plot`; or
/// `stratum,agb_t_per_ha,root_ratio,carbon_fraction[,dead_wood_tC_per_ha][,litter_tC_per_ha][,soil_tC_per_ha],source`.
///
/// Pools are total (where no pool is named), or above_ground, below_ground, dead_wood, litter and soil. The last
/// form makes the pools: above_ground = agb x carbon_fraction, below_ground = above_ground x root_ratio; an empty
/// field of an optional column adds no pool. A `year` is for the reader of the table.
///
/// Errors: Error{table_malformed} for a negative density, an empty source, a pool that is not known, a stratum and
///         pool given twice, or a total beside one of its pools.
/// Source: docs/equations.md, Eq. 10
[[nodiscard]] CarbonTable parse_factors(std::string_view text, const std::string& name);

}  // namespace reddline::inputs
