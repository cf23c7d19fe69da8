#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Claimed credits that no reading of the evidence gives, or none that treats both sides alike.
[[nodiscard]] Findings check_claimed_credits(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
