#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Forest of the earlier strata map where the later one has no data is left out of the maps route.
[[nodiscard]] Findings check_map_gaps(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
