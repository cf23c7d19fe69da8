#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Forest in 2000 that the strata map does not call forest has no carbon factor, so its loss emits nothing: neither
/// what was observed nor the history of a reference level holds it.
[[nodiscard]] Findings check_stratum_gaps(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
