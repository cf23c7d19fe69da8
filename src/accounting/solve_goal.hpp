#pragma once

#include <cstddef>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/solved_input.hpp"
#include "domain/units.hpp"

namespace reddline::accounting {

/// What a solved input must bring about, as the reduction that does it.
struct SolveGoal {
    SolveTarget target = SolveTarget::break_even;
    TonnesCO2e reduction;
};

/// Share of the reductions that the deductions leave.
///
/// Source: docs/equations.md, Eq. 23
[[nodiscard]] double share_left(const AuditCase& audit);

/// The goals of a project zone: credits vanish, and, where the audit holds a claim of the zone that states its credits,
/// the claimed credits before rounding down. No reduction gives the claim where deductions hold back everything.
///
/// Source: docs/equations.md, Eq. 22, 23
[[nodiscard]] std::vector<SolveGoal> solve_goals(const AuditCase& audit, std::size_t zone);

}  // namespace reddline::accounting
