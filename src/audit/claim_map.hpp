#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// The claim reads its forest types from another strata map than the reference level does.
[[nodiscard]] Findings check_claim_map(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
