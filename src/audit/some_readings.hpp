#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Credits that exist only under some of the readings that treat what was expected and what is observed alike.
[[nodiscard]] Findings check_some_readings(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
