#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Pixels of a zone without data are excluded, and their share is stated.
[[nodiscard]] Findings check_data_gaps(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
