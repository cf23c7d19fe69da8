#pragma once

#include <nlohmann/json_fwd.hpp>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::report {

/// The uncertainty of the reductions, what it covers, and what the programmes would deduct.
[[nodiscard]] nlohmann::ordered_json uncertainty_json(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
