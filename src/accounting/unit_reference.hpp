#pragma once

#include <vector>

#include "domain/audit_case.hpp"
#include "domain/unit_reference.hpp"

namespace reddline::accounting {

/// The reference level of 1,000 ha of each forest type that the national table knows, under every open reading of the
/// national transitions; none without transitions, factors or a monitoring period.
///
/// Source: docs/equations.md, Eq. 13, 14, 15, 16
[[nodiscard]] std::vector<UnitReference> unit_references(const AuditCase& audit);

}  // namespace reddline::accounting
