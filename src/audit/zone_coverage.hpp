#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// A zone that reaches beyond the loss tiles is judged on part of its area.
[[nodiscard]] Findings check_zone_coverage(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
