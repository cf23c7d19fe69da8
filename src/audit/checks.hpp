#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Runs every check, in the order of the list.
[[nodiscard]] Findings run_checks(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
