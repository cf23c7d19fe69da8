#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Forest types of project zones of which the sample estimates more loss in the monitoring period than there was at its start.
///
/// Source: docs/equations.md, Eq. 4, 6, 20
[[nodiscard]] Findings check_sampled_beyond_forest(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
