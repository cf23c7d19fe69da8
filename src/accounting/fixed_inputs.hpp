#pragma once

#include <vector>

#include "domain/audit_case.hpp"
#include "domain/credit_uncertainty.hpp"
#include "domain/statement.hpp"

namespace reddline::accounting {

/// What a statement rests on and takes as exact, since nothing gives its standard error: carbon densities, what was
/// expected, and mapped or reported areas.
///
/// Source: docs/equations.md, Eq. 29
[[nodiscard]] std::vector<FixedInput> fixed_inputs(const AuditCase& audit, const Statement& statement);

}  // namespace reddline::accounting
