#include "accounting/solve_goal.hpp"

namespace reddline::accounting {

double share_left(const AuditCase& audit) {
    double share = 1.0;
    for (const Deduction& deduction : audit.deductions)
        share *= 1.0 - deduction.fraction;
    return share;
}

std::vector<SolveGoal> solve_goals(const AuditCase& audit, std::size_t zone) {
    std::vector<SolveGoal> goals{{SolveTarget::break_even, {}}};
    const double left = share_left(audit);
    const auto claimed = audit.is_claimed(zone) ? audit.claim->amount(ClaimItem::credits) : std::nullopt;
    if (claimed && left > 0.0) goals.push_back({SolveTarget::claim, (1.0 / left) * *claimed});
    return goals;
}

}  // namespace reddline::accounting
