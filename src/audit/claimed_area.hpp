#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// A project that states another area than its zone has is judged on other hectares than its own.
[[nodiscard]] Findings check_claimed_area(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
