#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Credits without a belt are an upper bound; a belt that lost less than expected earns nothing.
[[nodiscard]] Findings check_displacement(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
