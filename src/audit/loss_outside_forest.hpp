#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Loss on land that was not forest in 2000 emits nothing here; its share is stated, and doubted where it is large.
[[nodiscard]] Findings check_loss_outside_forest(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
