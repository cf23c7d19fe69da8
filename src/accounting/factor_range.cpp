#include "accounting/factor_range.hpp"

#include "accounting/emission_factor.hpp"

namespace reddline::accounting {

std::optional<TonnesCO2ePerHa> gross_factor(const CarbonTable& factors, const std::string& stratum) {
    const auto factor = emission_factor(factors, stratum, {}, PostStock::zero);
    return factor.given() ? std::optional(factor.value()) : std::nullopt;
}

std::optional<FactorRange> factor_range(const CarbonTable& factors, const std::vector<std::string>& strata) {
    std::optional<FactorRange> range;
    for (const std::string& stratum : strata) {
        const auto factor = gross_factor(factors, stratum);
        if (!factor) return std::nullopt;
        if (!range) range = FactorRange{{stratum, *factor}, {stratum, *factor}};
        if (*factor < range->lowest.factor) range->lowest = {stratum, *factor};
        if (*factor > range->highest.factor) range->highest = {stratum, *factor};
    }
    return range;
}

EmissionBounds emission_bounds(Hectares lost, const FactorRange& range) {
    return {lost, range.lowest.stratum, lost * range.lowest.factor, range.highest.stratum, lost * range.highest.factor};
}

}  // namespace reddline::accounting
