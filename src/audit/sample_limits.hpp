#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// What to doubt of losses that were estimated from reference points: points chosen by a condition, a systematic sample, and
/// intervals that reach below 0.
///
/// Source: docs/equations.md, Eq. 7, 8
[[nodiscard]] Findings check_sample_limits(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
