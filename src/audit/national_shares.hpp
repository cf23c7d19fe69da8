#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// National rates carried over to a zone whose forest is of another mix, or that rest on little national forest.
[[nodiscard]] Findings check_national_shares(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
