#pragma once

#include <cstddef>
#include <vector>

#include "domain/carbon_stock.hpp"
#include "domain/plot_mean.hpp"

namespace reddline {

/// Pools that were measured on the same plots.
struct PlotGroup {
    std::vector<std::size_t> pools;  ///< by their index in the stock
    std::vector<PlotDensity> sums;   ///< over these pools, plot by plot
    std::size_t cluster = 0;         ///< one number for all groups that share plots, directly or through others
};

/// The pools of a stock by the plots that they were measured on; pools without plots are in no group.
[[nodiscard]] std::vector<PlotGroup> plot_groups(const std::vector<PoolDensity>& pools);

/// How the errors of the mean densities of two pools go together.
struct PoolCorrelation {
    std::size_t one = 0;
    std::size_t other = 0;
    double coefficient = 0.0;  ///< from -1 to 1
};

/// Correlations of the pools of a stock that share plots; pairs that are independent, or whose plots are not known, are left out.
///
/// Source: docs/equations.md, Means of plots
[[nodiscard]] std::vector<PoolCorrelation> pool_correlations(const CarbonStock& stock);

}  // namespace reddline
