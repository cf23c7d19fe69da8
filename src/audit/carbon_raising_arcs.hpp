#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Transitions to as much or more carbon are never credited, and are named.
[[nodiscard]] Findings check_carbon_raising_arcs(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
