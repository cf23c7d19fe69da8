#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/biomass_mean.hpp"
#include "domain/carbon_stock.hpp"
#include "domain/uncertainty_rules.hpp"

namespace reddline::accounting {

/// The mean over the area with a value, and the two bounds of its standard error; nothing without such area.
///
/// Source: docs/equations.md, Means of a biomass map
[[nodiscard]] std::optional<BiomassMean> biomass_mean(const BiomassSums& sums);

/// What makes carbon of a stratum's biomass; the source names all that entered.
struct BiomassToCarbon {
    double carbon_fraction = 0.0;
    std::optional<double> root_ratio;  ///< nothing: no carbon below ground
    std::string source;
};

/// The carbon densities of the forest strata that have a mean, as a factor set of this name. What is below ground is in one pool
/// with what is above: the map gives both, so they err as one.
///
/// Source: docs/equations.md, Means of a biomass map
[[nodiscard]] CarbonTable biomass_factors(const std::string& name, const std::vector<BiomassStratum>& strata,
                                          const std::function<BiomassToCarbon(const std::string&)>& to_carbon,
                                          PixelErrors errors);

/// How the densities of a factor set of fully correlated errors go together: every pair fully, since one map gave them all.
[[nodiscard]] std::vector<InputCorrelation> biomass_correlations(const CarbonTable& factors);

}  // namespace reddline::accounting
