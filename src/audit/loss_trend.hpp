#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Credits while mapped loss rises: the case that every reader should look at twice.
[[nodiscard]] Findings check_loss_trend(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
