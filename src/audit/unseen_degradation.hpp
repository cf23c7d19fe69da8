#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Readings that expect change from forest to forest, which a loss year cannot show: expected and observed emissions are
/// not of the same things, and the credits of such readings are biased upwards.
///
/// Source: docs/equations.md, Eq. 15, 20
[[nodiscard]] Findings check_unseen_degradation(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
