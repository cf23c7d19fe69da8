#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// A forest type that holds much of the mapped loss and none of the reported loss.
[[nodiscard]] Findings check_unreported_strata(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
