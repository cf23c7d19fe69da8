#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Loss is expected in one forest type and reported in another, and the maps side with what was expected.
[[nodiscard]] Findings check_strata_asymmetry(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
