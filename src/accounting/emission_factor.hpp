#pragma once

#include <optional>
#include <string>

#include "domain/answer.hpp"
#include "domain/carbon_stock.hpp"
#include "domain/reading.hpp"
#include "domain/stratum.hpp"
#include "domain/units.hpp"

namespace reddline::accounting {

/// What land became: a stratum, or something that is not forest and has no known stock.
struct Destination {
    std::optional<std::string> stratum;
    StratumKind kind = StratumKind::non_forest;
};

/// The stratum whose carbon stands there afterwards and is subtracted; null where an unknown destination, or the reading,
/// leaves none.
///
/// Source: docs/equations.md, Eq. 11
[[nodiscard]] const std::string* stock_after(const Destination& to, PostStock post);

/// Emission per hectare that leaves `from` for `to`; zero or below when the destination holds as much carbon.
///
/// An unknown destination holds nothing. Under PostStock::zero neither does any stratum that is not forest.
/// Units:  tCO2e/ha.
/// Errors: a refusal that names the stratum without a factor.
/// Source: docs/equations.md, Eq. 11
[[nodiscard]] Answer<TonnesCO2ePerHa> emission_factor(const CarbonTable& factors, const std::string& from,
                                                      const Destination& to, PostStock post);

}  // namespace reddline::accounting
