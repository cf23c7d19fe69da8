#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// A reference level from the loss product and monitoring from two maps measure different things.
[[nodiscard]] Findings check_mixed_routes(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
