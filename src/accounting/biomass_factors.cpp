#include "accounting/biomass_factors.hpp"

#include <algorithm>
#include <cmath>

namespace reddline::accounting {

std::optional<BiomassMean> biomass_mean(const BiomassSums& sums) {
    if (sums.valued_cm2() == 0) return std::nullopt;
    const auto area_cm2 = static_cast<double>(sums.valued_cm2());
    const double mean = sums.agb() / area_cm2;
    const double variance = std::max(0.0, sums.agb_squares() / area_cm2 - mean * mean);
    BiomassMean result{.agb = mean / biomass_units_per_tonne,
                       .spatial_deviation = std::sqrt(variance) / biomass_units_per_tonne,
                       .independent = std::nullopt,
                       .correlated = std::nullopt};
    if (sums.without_deviation_cm2() > 0) return result;
    result.independent = std::sqrt(sums.deviation_squares()) / area_cm2 / biomass_units_per_tonne;
    result.correlated = sums.deviations() / area_cm2 / biomass_units_per_tonne;
    return result;
}

CarbonTable biomass_factors(const std::string& name, const std::vector<BiomassStratum>& strata,
                            const std::function<BiomassToCarbon(const std::string&)>& to_carbon, PixelErrors errors) {
    CarbonTable factors{.name = name, .stocks = {}};
    for (const BiomassStratum& stratum : strata) {
        if (!stratum.mean || stratum.kind != StratumKind::forest || stratum.name.empty()) continue;
        const BiomassToCarbon carbon = to_carbon(stratum.name);
        const auto add = [&](const char* pool, double fraction, const std::string& source) {
            const auto& error = stratum.mean->standard_error(errors);
            factors.stocks[stratum.name].add({pool, TonnesCPerHa::of(stratum.mean->agb * fraction),
                                              error ? std::optional(TonnesCPerHa::of(*error * fraction)) : std::nullopt,
                                              source});
        };
        add("above_ground", carbon.carbon_fraction, carbon.above_source);
        if (carbon.root_ratio) add("below_ground", carbon.carbon_fraction * *carbon.root_ratio, carbon.below_source);
    }
    return factors;
}

}  // namespace reddline::accounting
