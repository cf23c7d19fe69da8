#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// A reference period of years in which the loss product saw less loss lowers the reference level.
[[nodiscard]] Findings check_reference_period(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
