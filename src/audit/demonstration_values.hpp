#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Factors, rates, national levels, deductions and claims without a published source, and made-up landscapes, are named
/// as such.
[[nodiscard]] Findings check_demonstration_values(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
