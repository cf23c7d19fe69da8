#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "accounting/solve_goal.hpp"
#include "accounting/workings.hpp"
#include "domain/activity_data.hpp"
#include "domain/audit_case.hpp"
#include "domain/reading.hpp"
#include "domain/solved_input.hpp"
#include "domain/statement.hpp"

namespace reddline::accounting {

/// The statements of one zone under other carbon stocks: a copy of the case in which one stock after the other is varied.
///
/// Expected and observed emissions are continuous in a stock and, but for a national level that is shared by what a zone
/// of the audit holds or emitted, straight between two neighbouring stocks: a transition begins or ceases to count only
/// where the stock passes another. So the case is worked out at all of them, and solved between two of them.
class StockTrials {
public:
    /// Shapes: `readings` are those that will be asked for.
    StockTrials(const AuditCase& audit, std::size_t zone, std::span<const Reading> readings);
    StockTrials(const StockTrials&) = delete;
    StockTrials& operator=(const StockTrials&) = delete;

    /// The case as it stands, under every reading that was announced.
    [[nodiscard]] const Workings& workings() const { return *workings_; }
    /// The stock that each forest stratum would need for each goal, displaced emissions held: between 0 and ten times the
    /// highest stock, the nearest to the present one where several do it.
    ///
    /// Source: docs/equations.md, Eq. 11, 16, 20, 22
    [[nodiscard]] std::vector<SolvedInput> solve(const Statement& statement, std::span<const SolveGoal> goals);

private:
    /// The stocks of one stratum that are tried, and the factor set of the first; the others follow it.
    struct Trial {
        std::vector<double> stocks_tC_per_ha;
        std::size_t first_set = 0;
    };
    /// Reduction before displaced emissions at every stock of a trial, in tCO2e; nothing where it is refused.
    using Curve = std::vector<std::optional<double>>;

    void add_trials(std::size_t base_set);
    [[nodiscard]] std::vector<Reading> with_trials(std::span<const Reading> readings) const;
    [[nodiscard]] std::optional<double> balance_tCO2e(const Reading& reading, const ActivityData& activity) const;
    [[nodiscard]] Curve curve_of(const Reading& reading, const ActivityData& activity, const Trial& trial) const;
    [[nodiscard]] double between(const Reading& reading, const ActivityData& activity, const std::string& stratum,
                                 const std::pair<double, double>& stocks, const std::pair<double, double>& values,
                                 double wanted);
    [[nodiscard]] std::vector<double> stocks_for(const Reading& reading, const ActivityData& activity,
                                                 const std::string& stratum, const Trial& trial, const Curve& curve,
                                                 double wanted);
    [[nodiscard]] SolvedInput solve_stock(const Statement& statement, const ActivityData& activity,
                                          const std::string& stratum, const Curve& curve, const SolveGoal& goal);

    AuditCase audit_;
    std::size_t zone_;
    std::map<std::pair<std::size_t, std::string>, Trial> trials_;  ///< by factor set and stratum
    std::optional<Workings> workings_;
};

}  // namespace reddline::accounting
