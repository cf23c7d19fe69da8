#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Loss on pixels that were not forest in 2000 is counted apart.
[[nodiscard]] Findings check_loss_outside_forest(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
