#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Loss of a year that lies only partly in the monitoring period is taken by its share of days.
[[nodiscard]] Findings check_part_year(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
