#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// The forest types of the reported loss differ from those that the strata map shows under the mapped loss.
[[nodiscard]] Findings check_claimed_strata(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
