#pragma once

#include <string>
#include <vector>

#include "accounting/solve_goal.hpp"
#include "domain/audit_case.hpp"
#include "domain/solved_input.hpp"
#include "domain/statement.hpp"

namespace reddline::accounting {

/// Why a share of the loss is impossible; empty when it is possible.
///
/// Source: docs/equations.md, Eq. 26
[[nodiscard]] std::string remark_on_share(double share);

/// What each input that enters the reduction linearly would have to be: lost area at its mix of forest types, share of the
/// highest factor in it, lost area of each forest stratum, forest area at the start, reference level. Displaced emissions
/// are held.
///
/// Source: docs/equations.md, Eq. 22, 26
[[nodiscard]] std::vector<SolvedInput> solve_amounts(const AuditCase& audit, const Statement& statement,
                                                     const SolveGoal& goal);

}  // namespace reddline::accounting
