#pragma once

#include "domain/carbon_stock.hpp"
#include "domain/uncertainty_rules.hpp"

namespace reddline::estimation {

/// The rules with the correlations of the pools that a factor set has from the same plots. Where the rules say themselves how
/// two pools go together, that stands.
///
/// Source: docs/equations.md, Means of plots
[[nodiscard]] UncertaintyRules with_plot_correlations(UncertaintyRules rules, const CarbonTable& factors);

}  // namespace reddline::estimation
