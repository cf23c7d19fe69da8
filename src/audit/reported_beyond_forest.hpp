#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// A forest type in which the claim reports more loss than the zone holds of it at the start of the monitoring period.
[[nodiscard]] Findings check_reported_beyond_forest(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
