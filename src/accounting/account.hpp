#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::accounting {

/// Everything that follows from a case: loss, activity, emissions, stocks, readings, and what is missing.
/// Findings are the audit's business and stay empty.
///
/// Errors: Error{factor_missing} when a zone of the accounts holds a forest stratum without a factor.
[[nodiscard]] AuditResult account(const AuditCase& audit);

}  // namespace reddline::accounting
