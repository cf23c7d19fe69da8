#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/biomass_mean.hpp"
#include "domain/carbon_stock.hpp"

namespace reddline::accounting {

/// The mean over the area with a value, and the two bounds of its standard error; nothing without such area.
///
/// Source: docs/equations.md, Means of a biomass map
[[nodiscard]] std::optional<BiomassMean> biomass_mean(const BiomassSums& sums);

/// What makes carbon of a stratum's biomass; the source names all that entered.
struct BiomassToCarbon {
    double carbon_fraction = 0.0;
    std::string above_source;
    std::optional<double> root_ratio;  ///< nothing: no pool below ground
    std::string below_source;
};

/// The carbon densities of the forest strata that have a mean, as a factor set of this name.
///
/// Source: docs/equations.md, Means of a biomass map
[[nodiscard]] CarbonTable biomass_factors(const std::string& name, const std::vector<BiomassStratum>& strata,
                                          const std::function<BiomassToCarbon(const std::string&)>& to_carbon,
                                          PixelErrors errors);

}  // namespace reddline::accounting
