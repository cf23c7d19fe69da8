#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// An audit file that leaves out readings says which.
[[nodiscard]] Findings check_reading_limits(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
