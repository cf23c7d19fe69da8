#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Readings whose reference level subtracts what stands on the land afterwards, against loss that subtracts nothing.
///
/// Source: docs/equations.md, Eq. 11, 20
[[nodiscard]] Findings check_unseen_regrowth(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
