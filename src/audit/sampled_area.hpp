#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// Zones whose area is not that of the sample's strata: then its estimates are of other land. Silent where the strata do not
/// tell which of their area lies in a zone.
[[nodiscard]] Findings check_sampled_area(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
