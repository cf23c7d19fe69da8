#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// The postings of a zone and period must sum to exactly 0.
[[nodiscard]] Findings check_ledger_balance(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
