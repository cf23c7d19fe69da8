#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// A flat rate is a share of the forest or of the territory; what it would be of the other shows a mix-up.
///
/// Source: docs/equations.md, Eq. 17
[[nodiscard]] Findings check_rate_base(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
