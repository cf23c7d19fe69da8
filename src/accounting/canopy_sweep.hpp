#pragma once

#include <cstddef>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/canopy_row.hpp"
#include "domain/crosstab.hpp"
#include "domain/forest_rule.hpp"

namespace reddline::accounting {

/// Every threshold of the audit under both boundary rules, without and with the patch filter, for every zone.
///
/// Source: docs/equations.md, Eq. 3, 4, 5
[[nodiscard]] std::vector<CanopyRow> canopy_sweep(const AuditCase& audit);

}  // namespace reddline::accounting
