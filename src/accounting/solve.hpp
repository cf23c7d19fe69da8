#pragma once

#include <span>

#include "domain/audit_case.hpp"
#include "domain/reading.hpp"
#include "domain/solution.hpp"

namespace reddline::accounting {

/// What one input of an audit would have to be so that credits vanish, or so that the claimed credits follow, every other
/// input and the displaced emissions held: for every project zone under each of the readings that can be computed, and,
/// in an audit of tables alone, for the claim by itself.
///
/// Errors: Error{factor_missing} as `account`. Source: docs/equations.md, Eq. 11, 22, 26
[[nodiscard]] Solution solve(const AuditCase& audit, std::span<const Reading> readings);

}  // namespace reddline::accounting
