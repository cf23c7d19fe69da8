#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// A reference level that subtracts what stands on the land afterwards, against loss that subtracts nothing.
[[nodiscard]] Findings check_unseen_regrowth(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
