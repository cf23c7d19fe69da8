#include "accounting/solve_amounts.hpp"

#include <optional>
#include <string>
#include <variant>

#include "accounting/break_even.hpp"
#include "accounting/factor_range.hpp"
#include "domain/number_text.hpp"
#include "domain/reading_scope.hpp"
#include "domain/units.hpp"

namespace reddline::accounting {

namespace {

/// Solves the inputs of one statement for one goal.
class AmountSolver {
public:
    AmountSolver(const AuditCase& audit, const Statement& statement, const SolveGoal& goal)
        : audit_{audit}, statement_{statement}, goal_{goal} {}

    [[nodiscard]] SolvedInput lost_area() const;
    [[nodiscard]] SolvedInput high_share() const;
    [[nodiscard]] SolvedInput lost_area_of(const StratumBalance& stratum) const;
    [[nodiscard]] SolvedInput forest_area() const;
    [[nodiscard]] SolvedInput reference_level() const;

private:
    /// What may be emitted in the project for the goal.
    [[nodiscard]] TonnesCO2e allowed() const { return totals().reference - displaced() - goal_.reduction; }
    /// What must be expected for the goal.
    [[nodiscard]] TonnesCO2e expected() const { return totals().project + displaced() + goal_.reduction; }
    [[nodiscard]] TonnesCO2e displaced() const { return totals().displaced.value_or(TonnesCO2e{}); }
    [[nodiscard]] const CreditTotals& totals() const { return statement_.totals; }
    [[nodiscard]] Hectares all_lost() const;
    [[nodiscard]] Hectares all_forest() const;
    [[nodiscard]] bool depends_on_destination() const;
    [[nodiscard]] bool scales_with_forest() const;
    [[nodiscard]] SolvedInput input(const std::string& name, const std::string& unit) const;

    const AuditCase& audit_;
    const Statement& statement_;
    SolveGoal goal_;
};

std::string ha(Hectares area) {
    return grouped(area.value(), 1) + " ha";
}

/// A type of forest that the zone holds or lost; others may be expected to grow out of it.
bool is_held(const StratumBalance& stratum) {
    return stratum.forest_at_start > Hectares{} || stratum.observed_area > Hectares{};
}

/// Why an area of lost forest is impossible; empty when it is possible.
std::string remark_on_loss(Hectares lost, Hectares forest) {
    if (lost < Hectares{}) return "impossible: an area cannot be below 0";
    if (lost > forest) return "impossible: more than the " + ha(forest) + " of forest at the start";
    return {};
}

Hectares AmountSolver::all_lost() const {
    Hectares sum;
    for (const StratumBalance& stratum : statement_.strata)
        sum += stratum.observed_area;
    return sum;
}

Hectares AmountSolver::all_forest() const {
    Hectares sum;
    for (const StratumBalance& stratum : statement_.strata)
        sum += stratum.forest_at_start;
    return sum;
}

/// True when the stratum that was lost does not alone say what a hectare emits.
bool AmountSolver::depends_on_destination() const {
    const Reading& reading = statement_.reading;
    return observes_destinations(audit_, reading.route) &&
           (reading.post == PostStock::post_stock || reading.arcs == Arcs::option_2);
}

/// True when twice the forest, in the same mix of types, would mean twice the reference level.
bool AmountSolver::scales_with_forest() const {
    const ReferenceSource* const source = audit_.reference_of(statement_.reading);
    if (source == nullptr) return false;
    const std::string& zone = audit_.zones[statement_.zone].zone.name;
    const auto carries_over = [&](const HistoryRule& rule) {
        return !rule.zone.empty() && rule.zone != zone && rule.scale == HistoryScale::forest_area;
    };
    if (const auto* const rate = std::get_if<LossRate>(&source->rule)) return rate->base() == RateBase::forest;
    if (const auto* const history = std::get_if<HistoryRule>(&source->rule)) return carries_over(*history);
    if (const auto* const national = std::get_if<NationalLevel>(&source->rule)) {
        if (national->jurisdiction == zone) return false;
        const bool is_present = national->key == ShareKey::forest_area || national->key == ShareKey::carbon_stock;
        return is_present || (national->history && carries_over(*national->history));
    }
    return true;
}

SolvedInput AmountSolver::input(const std::string& name, const std::string& unit) const {
    return {statement_.zone, statement_.reading, goal_.target, name, unit, std::nullopt, std::nullopt, {}};
}

SolvedInput AmountSolver::lost_area() const {
    SolvedInput solved = input("lost area, mix of forest types held", "ha");
    solved.present = all_lost().value();
    if (totals().project <= TonnesCO2e{}) {
        solved.remark = "no loss emits anything, so there is no mix to hold";
        return solved;
    }
    const Hectares needed = (allowed() / totals().project) * all_lost();
    solved.needed = needed.value();
    solved.remark = remark_on_loss(needed, all_forest());
    return solved;
}

SolvedInput AmountSolver::high_share() const {
    std::vector<std::string> strata;
    for (const StratumBalance& stratum : statement_.strata) {
        if (is_held(stratum)) strata.push_back(stratum.stratum);
    }
    const auto range = factor_range(*audit_.factors_of(statement_.reading), strata);
    SolvedInput solved = input("share of the highest factor in the loss", "share");
    if (!range || range->highest.factor == range->lowest.factor) {
        solved.remark = "the zone's forest types emit alike, so their shares decide nothing";
        return solved;
    }
    solved.input = "share of " + range->highest.stratum + " in the loss, the rest " + range->lowest.stratum;
    const auto at = break_even(totals().reference - goal_.reduction, displaced(), all_lost(), *range);
    if (!at || depends_on_destination()) {
        solved.remark = at ? "what stands afterwards decides as well what a hectare emits"
                           : "no loss counts, so there is nothing to share out";
        return solved;
    }
    for (const StratumBalance& stratum : statement_.strata) {
        if (stratum.stratum == at->high_stratum) solved.present = stratum.observed_area / all_lost();
    }
    solved.needed = at->share;
    solved.remark = remark_on_share(at->share);
    return solved;
}

SolvedInput AmountSolver::lost_area_of(const StratumBalance& stratum) const {
    SolvedInput solved = input("lost area of " + stratum.stratum, "ha");
    solved.present = stratum.observed_area.value();
    TonnesCO2ePerHa factor;
    if (stratum.observed_area > Hectares{}) {
        factor = TonnesCO2ePerHa::of(stratum.observed_emission.value() / stratum.observed_area.value());
    } else if (!depends_on_destination()) {
        factor = gross_factor(*audit_.factors_of(statement_.reading), stratum.stratum).value_or(TonnesCO2ePerHa{});
    }
    if (factor <= TonnesCO2ePerHa{}) {
        solved.remark = "what a hectare of it would emit is not known, since none of it was lost";
        return solved;
    }
    const Hectares more = Hectares::of((allowed() - totals().project).value() / factor.value());
    const Hectares needed = stratum.observed_area + more;
    solved.needed = needed.value();
    solved.remark = remark_on_loss(needed, stratum.forest_at_start);
    return solved;
}

SolvedInput AmountSolver::forest_area() const {
    SolvedInput solved = input("forest area at the start, mix of forest types held", "ha");
    solved.present = all_forest().value();
    if (!scales_with_forest() || totals().reference <= TonnesCO2e{}) {
        solved.remark = "the reference level does not grow with the forest area";
        return solved;
    }
    const Hectares needed = (expected() / totals().reference) * all_forest();
    solved.needed = needed.value();
    const Hectares zone = hectares(audit_.zones[statement_.zone].inside.area_cm2);
    if (audit_.has_pixels() && needed > zone) solved.remark = "impossible: the whole zone has " + ha(zone);
    return solved;
}

SolvedInput AmountSolver::reference_level() const {
    SolvedInput solved = input("reference level of the monitoring period", "tCO2e");
    solved.present = totals().reference.value();
    solved.needed = expected().value();
    return solved;
}

}  // namespace

std::string remark_on_share(double share) {
    if (share >= 0.0 && share <= 1.0) return {};
    return "impossible: a share lies between 0 and 1, so the forest types of the loss do not decide it";
}

std::vector<SolvedInput> solve_amounts(const AuditCase& audit, const Statement& statement, const SolveGoal& goal) {
    const AmountSolver solver(audit, statement, goal);
    std::vector<SolvedInput> solved{solver.lost_area(), solver.high_share()};
    for (const StratumBalance& stratum : statement.strata) {
        if (is_held(stratum)) solved.push_back(solver.lost_area_of(stratum));
    }
    solved.push_back(solver.forest_area());
    solved.push_back(solver.reference_level());
    return solved;
}

}  // namespace reddline::accounting
