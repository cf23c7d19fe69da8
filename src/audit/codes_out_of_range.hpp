#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Loss codes beyond the last year and canopy cover above 100 are rejected, and said so.
[[nodiscard]] Findings check_codes_out_of_range(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
