#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Every pixel read must be counted, excluded or rejected exactly once, in every table.
[[nodiscard]] Findings check_pixel_conservation(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
