#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "domain/audit_case.hpp"

namespace reddline::report {

/// factors.csv: the carbon densities of every factor set by stratum and pool, and their sum where there are several pools.
[[nodiscard]] std::string factors_csv(const AuditCase& audit);

/// The same rows as an array.
[[nodiscard]] nlohmann::ordered_json factors_json(const AuditCase& audit);

}  // namespace reddline::report
