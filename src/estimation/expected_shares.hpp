#pragma once

#include <string>
#include <vector>

#include "domain/sample_design.hpp"
#include "estimation/sample_size.hpp"

namespace reddline::estimation {

/// What [sample_design] says about a stratum: under its name, else under the name that it has without its zone; null where it says
/// nothing.
template <class Value>
[[nodiscard]] const Value* said_of(const PixelStratum& stratum, const std::map<std::string, Value>& said) {
    const auto own = said.find(stratum.name);
    if (own != said.end()) return &own->second;
    const auto of_all_zones = said.find(stratum.name_without_zone);
    return of_all_zones == said.end() ? nullptr : &of_all_zones->second;
}

/// Stops at names that no stratum bears, neither with its zone nor without.
///
/// Errors: Error{audit_file}, which lists the strata there are.
void expect_strata(const std::vector<std::string>& names, const std::vector<PixelStratum>& strata,
                   const std::string& key);

/// The expected share of a quantity in every stratum: of the stratum's own map class for the overall accuracy.
///
/// Errors: Error{audit_file} where the rules expect none in a stratum.
[[nodiscard]] std::vector<double> expected_shares(const SampleTarget& target,
                                                  const std::vector<DesignedStratum>& strata);

/// What the strata add to the variance of a quantity, and the quantity itself.
struct QuantitySpread {
    std::vector<StratumSpread> strata;
    double expected = 0.0;
};

/// Units: shares for the overall accuracy, hectares for an area.
/// Errors: those of `expected_shares`.
[[nodiscard]] QuantitySpread spread_of(const SampleTarget& target, const std::vector<DesignedStratum>& strata);

}  // namespace reddline::estimation
