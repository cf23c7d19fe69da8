#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/carbon_stock.hpp"
#include "domain/stratum_question.hpp"
#include "domain/units.hpp"

namespace reddline::accounting {

/// What a hectare of a stratum emits when nothing stands on it afterwards; nothing when the table lacks the stratum.
///
/// The stratum question takes this factor for every loss, whatever a claim says that the land became.
/// Source: docs/equations.md, Eq. 11
[[nodiscard]] std::optional<TonnesCO2ePerHa> gross_factor(const CarbonTable& factors, const std::string& stratum);

/// A stratum with its factor.
struct StratumFactor {
    std::string stratum;
    TonnesCO2ePerHa factor;
};

/// The lowest and the highest factor among some strata.
struct FactorRange {
    StratumFactor lowest;
    StratumFactor highest;
};

/// The range over the strata, the first of equals; nothing when there are none or one has no factor.
[[nodiscard]] std::optional<FactorRange> factor_range(const CarbonTable& factors,
                                                      const std::vector<std::string>& strata);

/// What a lost area emits if all of it is the stratum of the lowest factor, and if all is that of the highest.
///
/// Source: docs/equations.md, Eq. 25
[[nodiscard]] EmissionBounds emission_bounds(Hectares lost, const FactorRange& range);

}  // namespace reddline::accounting
