#include "accounting/biomass_factors.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "domain/credit_model.hpp"

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
        const double per_tonne = carbon.carbon_fraction * (1.0 + carbon.root_ratio.value_or(0.0));
        const auto& error = stratum.mean->standard_error(errors);
        factors.stocks[stratum.name].add(
            {carbon.root_ratio ? "total" : "above_ground", TonnesCPerHa::of(stratum.mean->agb * per_tonne),
             error ? std::optional(TonnesCPerHa::of(*error * per_tonne)) : std::nullopt, carbon.source});
    }
    return factors;
}

std::vector<InputCorrelation> biomass_correlations(const CarbonTable& factors) {
    std::vector<std::string> inputs;
    for (const auto& [stratum, stock] : factors.stocks) {
        for (const PoolDensity& pool : stock.pools()) {
            if (pool.standard_error) inputs.push_back(density_input(stratum, pool.pool));
        }
    }
    std::vector<InputCorrelation> pairs;
    for (std::size_t one = 0; one < inputs.size(); ++one) {
        for (std::size_t other = one + 1; other < inputs.size(); ++other)
            pairs.push_back({inputs[one], inputs[other], 1.0, ""});
    }
    return pairs;
}

}  // namespace reddline::accounting
