#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// National transitions that have no yearly matrix root drop the readings that need it.
[[nodiscard]] Findings check_matrix_root(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
