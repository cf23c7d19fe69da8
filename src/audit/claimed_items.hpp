#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// The amounts that a claim states must follow from each other.
///
/// Source: docs/equations.md, Eq. 22
[[nodiscard]] Findings check_claimed_items(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
