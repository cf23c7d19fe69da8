#include "accounting/solve.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "accounting/factor_coverage.hpp"
#include "accounting/open_choices.hpp"
#include "accounting/readings.hpp"
#include "accounting/solve_amounts.hpp"
#include "accounting/solve_claim.hpp"
#include "accounting/solve_goal.hpp"
#include "accounting/statement.hpp"
#include "accounting/stock_trials.hpp"

namespace reddline::accounting {

namespace {

/// The reading's inputs, one goal after the other.
void add_reading(const AuditCase& audit, const Statement& statement, const std::vector<SolveGoal>& goals,
                 StockTrials& trials, std::vector<SolvedInput>& solved) {
    const std::vector<SolvedInput> stocks = trials.solve(statement, goals);
    for (const SolveGoal& goal : goals) {
        std::ranges::copy(solve_amounts(audit, statement, goal), std::back_inserter(solved));
        std::ranges::copy_if(stocks, std::back_inserter(solved),
                             [&](const SolvedInput& input) { return input.target == goal.target; });
    }
}

}  // namespace

Solution solve(const AuditCase& audit, std::span<const Reading> readings) {
    Solution solution;
    expect_factors(audit);
    std::vector<Reading> announced{default_reading(audit)};
    announced.insert(announced.end(), readings.begin(), readings.end());
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role != ZoneRole::project) continue;
        StockTrials trials(audit, zone, announced);
        solution.statements.push_back({zone, statement(trials.workings(), zone, announced.front())});
        const std::vector<SolveGoal> goals = solve_goals(audit, zone);
        for (const Reading& reading : readings) {
            const auto answer = statement(trials.workings(), zone, reading);
            if (answer.given()) add_reading(audit, answer.value(), goals, trials, solution.by_reading);
        }
    }
    const std::vector<Reading> every = every_reading(audit);
    solution.of_claim_alone = solve_claim_alone(Workings(audit, {}, every), every);
    return solution;
}

}  // namespace reddline::accounting
