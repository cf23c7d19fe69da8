#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/units.hpp"

namespace reddline {

/// Net area on which the carbon density of one stratum weighs: lost there less what became it.
struct StratumWeight {
    std::string stratum;
    Hectares area;
};

/// What the areas that err with one uncertain input add for each standard error of it.
struct AreaErrorPart {
    std::string input;
    std::vector<StratumWeight> per_standard_error;
};

/// A sum of emissions as it depends on carbon densities and areas: constant + 44/12 (sum of area x density), the areas
/// moving with their errors.
struct CreditForm {
    TonnesCO2e constant;  ///< emissions of which only the sum is known
    std::vector<StratumWeight> weights;
    std::vector<AreaErrorPart> errors;
};

/// The amount behind an area error, summed over the monitoring period: what its input is in hectares or shares.
struct AreaInput {
    std::string name;
    double value = 0.0;
    double standard_error = 0.0;
    std::string unit;
};

/// Net emission reductions of one project and reading as they depend on uncertain inputs: the balance of the project less
/// every displaced amount that is above zero.
///
/// Source: docs/equations.md, Eq. 21, 22, 28, 29
struct CreditModel {
    std::optional<std::size_t> factors;  ///< index of the factor set
    CreditForm balance;                  ///< expected less observed in the project zone
    std::vector<CreditForm> displaced;   ///< observed less expected, by belt and year; each counts only above zero
    std::vector<AreaInput> areas;        ///< what the errors of areas come from
};

/// The name of the input that is the density of a pool, such as "evergreen forest/total".
[[nodiscard]] std::string density_input(const std::string& stratum, const std::string& pool);

/// The name of the input that is the area of one change in a zone, in all years: "project: evergreen forest > field crops", or
/// without what it became where that is not known.
[[nodiscard]] std::string area_input(const std::string& zone, const std::string& from,
                                     const std::optional<std::string>& to);

/// Strata on whose density a model weighs.
[[nodiscard]] std::set<std::string> weighed_strata(const CreditModel& model);

}  // namespace reddline
