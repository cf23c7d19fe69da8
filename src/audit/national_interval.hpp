#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// What is expected must come from before the time that it is compared with: national transitions end before monitoring
/// starts.
[[nodiscard]] Findings check_national_interval(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
