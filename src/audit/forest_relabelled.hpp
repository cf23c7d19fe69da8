#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Forest that a later strata map shows as another forest type, although the loss product saw no loss on it.
[[nodiscard]] Findings check_forest_relabelled(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
