#pragma once

#include <string>
#include <vector>

#include "accounting/yearly_probability.hpp"
#include "domain/answer.hpp"
#include "domain/carbon_stock.hpp"
#include "domain/reading.hpp"
#include "domain/units.hpp"

namespace reddline::accounting {

/// A transition that counts: the share of the area that it moves in a year, and the stratum whose stock is subtracted.
struct CountedArc {
    double share = 0.0;
    std::string stock_after;  ///< empty where no stock is subtracted
};

/// What a hectare of one stratum loses and emits in a year under the national transitions that count.
struct NationalRate {
    double lost_share = 0.0;            ///< share of the area that moves, by the transitions that count and emit
    TonnesCO2ePerHa emission;           ///< per hectare that stands there, and year
    std::vector<CountedArc> arcs;       ///< the transitions that count and emit
    std::vector<std::string> left_out;  ///< transitions that raise carbon, as "from > to"
    bool moves_to_forest = false;       ///< true when a transition to another forest stratum counts and emits
};

/// One rate per stratum of the national table, in its order; a refusal names the factor that the stratum lacks.
using NationalRates = std::vector<Answer<NationalRate>>;

/// The rates of every national stratum; strata that are not forest, or have no row, lose nothing.
///
/// Source: docs/equations.md, Eq. 11, 13, 14, 15, 16
[[nodiscard]] NationalRates national_rates(const YearlyProbabilities& yearly, const CarbonTable& factors, Arcs arcs,
                                           PostStock post);

}  // namespace reddline::accounting
