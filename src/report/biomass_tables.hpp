#pragma once

#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/biomass_mean.hpp"

namespace reddline::report {

/// What was taken from a biomass map.
struct BiomassReport {
    std::string strata;  ///< name of the map that the strata are from; empty where the audit has none
    int year = 0;
    std::string source;
    std::vector<BiomassStratum> rows;
};

/// biomass.csv: the mean biomass of each stratum, with the bounds of its standard error.
[[nodiscard]] std::string biomass_csv(const AuditCase& audit, const BiomassReport& report);

/// factors_independent.csv or factors_correlated.csv: a table that an audit file may name in [carbon] factors.
[[nodiscard]] std::string factor_table_csv(const CarbonTable& factors);

/// correlation.csv: a table that an audit file may name in [uncertainty] correlation.
[[nodiscard]] std::string correlation_table_csv(const std::vector<InputCorrelation>& pairs);

/// The means for the screen, and what they lack.
[[nodiscard]] std::string biomass_text(const AuditCase& audit, const BiomassReport& report);

}  // namespace reddline::report
