#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// The stratum of a lost pixel must be read from a map dated before the loss.
[[nodiscard]] Findings check_map_vintage(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
