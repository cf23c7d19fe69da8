#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Loss that falls in the project while it rises in its belt.
[[nodiscard]] Findings check_belt_trend(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
