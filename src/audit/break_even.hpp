#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Whether the forest types of the lost area decide if there are credits at all, and at which share they do.
[[nodiscard]] Findings check_break_even(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
