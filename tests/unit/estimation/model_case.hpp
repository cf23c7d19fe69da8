#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/audit_result.hpp"
#include "domain/credit_model.hpp"
#include "support/empty_case.hpp"

namespace reddline::tests {

/// A pool of a stratum.
inline PoolDensity pool(double density_tC_per_ha, std::optional<double> standard_error = {},
                        const std::string& name = "total") {
    PoolDensity result{name, TonnesCPerHa::of(density_tC_per_ha), std::nullopt, "a test"};
    if (standard_error) result.standard_error = TonnesCPerHa::of(*standard_error);
    return result;
}

/// evergreen 150 +/- 15 tC/ha, deciduous 60 +/- 6 tC/ha, crops 10 tC/ha without an error.
inline CarbonTable uncertain_factors() {
    CarbonTable factors{"carbon.csv", {}};
    factors.stocks["evergreen"].add(pool(150.0, 15.0));
    factors.stocks["deciduous"].add(pool(60.0, 6.0));
    factors.stocks["crops"].add(pool(10.0));
    return factors;
}

/// Net hectares of strata.
inline std::vector<StratumWeight> weights(const std::vector<std::pair<std::string, double>>& hectares) {
    std::vector<StratumWeight> result;
    for (const auto& [stratum, area_ha] : hectares)
        result.push_back({stratum, Hectares::of(area_ha)});
    return result;
}

/// A form of exact areas.
inline CreditForm form(const std::vector<std::pair<std::string, double>>& hectares) {
    return {{}, weights(hectares), {}};
}

/// A model without displaced emissions.
inline CreditModel model_of(CreditForm balance) {
    return {std::size_t{0}, std::move(balance), {}, {}};
}

/// A case with one project zone and the uncertain factors.
inline AuditCase uncertain_case() {
    AuditCase audit = empty_case();
    audit.zones.push_back({{"project", ZoneRole::project, "project", ""}, 1, 0, {}, 0});
    audit.factor_sets.push_back(uncertain_factors());
    return audit;
}

/// The results of a case with one reading, whose reductions are `reduction_tCO2e` and whose model is given.
inline AuditResult results_of(CreditModel model, double reduction_tCO2e) {
    AuditResult results;
    Statement statement;
    statement.totals.reduction = TonnesCO2e::of(reduction_tCO2e);
    results.statements.push_back({0, statement});
    results.readings.push_back({0, {}, {}, std::nullopt, statement.totals, std::move(model)});
    return results;
}

}  // namespace reddline::tests
