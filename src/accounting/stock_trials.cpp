#include "accounting/stock_trials.hpp"

#include <algorithm>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <set>
#include <tuple>
#include <variant>

#include "accounting/emissions.hpp"
#include "accounting/reference_level.hpp"
#include "domain/number_text.hpp"

namespace reddline::accounting {

namespace {

/// How far beyond the highest stock of a factor set a stock is looked for.
constexpr double most_times_highest = 10.0;

CarbonTable with_stock(CarbonTable table, const std::string& stratum, double stock_tC_per_ha) {
    CarbonStock stock;
    stock.add({"total", TonnesCPerHa::of(stock_tC_per_ha), std::nullopt, "tried"});
    table.stocks[stratum] = stock;
    return table;
}

/// 0, every stock of the table, and the end of the search, rising.
std::vector<double> stocks_to_try(const CarbonTable& table) {
    std::set<double> stocks_tC_per_ha{0.0};
    for (const auto& [stratum, stock] : table.stocks)
        stocks_tC_per_ha.insert(stock.density().value());
    stocks_tC_per_ha.insert(most_times_highest * *stocks_tC_per_ha.rbegin());
    return {stocks_tC_per_ha.begin(), stocks_tC_per_ha.end()};
}

/// True when the level may bend between two neighbouring stocks: the nation's total holds the stock as well.
bool may_bend(const AuditCase& audit, const Reading& reading) {
    const ReferenceSource* const source = audit.reference_of(reading);
    return source != nullptr && std::holds_alternative<NationalLevel>(source->rule);
}

/// True when the loss or the expectation may depend on the stratum's stock.
bool is_concerned(const StratumBalance& stratum) {
    return stratum.forest_at_start > Hectares{} || stratum.observed_area > Hectares{} ||
           stratum.expected_area.value_or(Hectares{}) > Hectares{};
}

ActivityData within(const MonitoringPeriod& period, ActivityData activity) {
    std::erase_if(activity.rows, [&](const Activity& row) { return period.days_in(row.year) == 0; });
    return activity;
}

/// True when the balance does not depend on the stock at all, but for the noise of double arithmetic.
bool is_flat(const std::vector<std::optional<double>>& curve) {
    constexpr double noise = 1e-9;
    std::vector<double> given;
    for (const std::optional<double>& value : curve) {
        if (value) given.push_back(*value);
    }
    if (given.empty()) return true;
    const auto [lowest, highest] = std::ranges::minmax(given);
    return highest - lowest <= noise * std::max(std::abs(lowest), std::abs(highest));
}

}  // namespace

StockTrials::StockTrials(const AuditCase& audit, std::size_t zone, std::span<const Reading> readings)
    : audit_{audit}, zone_{zone} {
    std::set<std::size_t> sets;
    for (const Reading& reading : readings)
        sets.insert(reading.factors);
    for (const std::size_t set : sets) {
        if (set < audit.factor_sets.size()) add_trials(set);
    }
    // The last set stands free, for stocks that are not known beforehand.
    if (!audit_.factor_sets.empty()) audit_.factor_sets.push_back(audit_.factor_sets.front());
    workings_.emplace(audit_, zones_behind(audit_, zone_), with_trials(readings));
}

void StockTrials::add_trials(std::size_t base_set) {
    const CarbonTable table = audit_.factor_sets[base_set];
    for (const auto& [stratum, stock] : table.stocks) {
        if (audit_.kind_of(stratum) != StratumKind::forest) continue;
        const Trial trial{stocks_to_try(table), audit_.factor_sets.size()};
        for (const double stock_tC_per_ha : trial.stocks_tC_per_ha)
            audit_.factor_sets.push_back(with_stock(table, stratum, stock_tC_per_ha));
        trials_.emplace(std::pair{base_set, stratum}, trial);
    }
}

/// The readings, and one of every kind that national rates tell apart under every trial of its factor set.
std::vector<Reading> StockTrials::with_trials(std::span<const Reading> readings) const {
    std::vector<Reading> all(readings.begin(), readings.end());
    std::set<std::tuple<Annualise, Intervals, Arcs, PostStock, std::size_t>> seen;
    for (const Reading& reading : readings) {
        const bool is_new =
            seen.emplace(reading.annualise, reading.intervals, reading.arcs, reading.post, reading.factors).second;
        if (!is_new || audit_.transitions_of(reading) == nullptr) continue;
        for (const auto& [key, trial] : trials_) {
            if (key.first != reading.factors) continue;
            for (std::size_t i = 0; i < trial.stocks_tC_per_ha.size(); ++i) {
                all.push_back(reading);
                all.back().factors = trial.first_set + i;
            }
        }
    }
    return all;
}

/// Expected less observed emissions of the period, before displaced ones.
std::optional<double> StockTrials::balance_tCO2e(const Reading& reading, const ActivityData& activity) const {
    const auto level = reference_level(*workings_, zone_, reading);
    const auto emitted = emissions(audit_, activity, reading);
    if (!level.given() || !emitted.given()) return std::nullopt;
    double balance = 0.0;
    for (const StratumYear& row : level.value().years)
        balance += audit_.monitoring->fraction_of(row.year) * row.emission.value();
    for (const StratumYear& row : emitted.value())
        balance -= audit_.monitoring->fraction_of(row.year) * row.emission.value();
    return balance;
}

StockTrials::Curve StockTrials::curve_of(const Reading& reading, const ActivityData& activity,
                                         const Trial& trial) const {
    Curve curve;
    for (std::size_t i = 0; i < trial.stocks_tC_per_ha.size(); ++i) {
        Reading tried = reading;
        tried.factors = trial.first_set + i;
        curve.push_back(balance_tCO2e(tried, activity));
    }
    return curve;
}

/// The stock between two neighbouring ones at which the balance is the wanted one.
double StockTrials::between(const Reading& reading, const ActivityData& activity, const std::string& stratum,
                            const std::pair<double, double>& stocks, const std::pair<double, double>& values,
                            double wanted) {
    const double from_low = wanted - values.first;
    const double straight = stocks.first + (stocks.second - stocks.first) * from_low / (values.second - values.first);
    if (!may_bend(audit_, reading)) return straight;
    const CarbonTable table = audit_.factor_sets[reading.factors];
    Reading tried = reading;
    tried.factors = audit_.factor_sets.size() - 1;
    const auto miss = [&](double stock_tC_per_ha) {
        audit_.factor_sets.back() = with_stock(table, stratum, stock_tC_per_ha);
        return balance_tCO2e(tried, activity).value_or(wanted) - wanted;
    };
    std::uintmax_t most_steps = 100;
    const auto bracket = boost::math::tools::toms748_solve(miss, stocks.first, stocks.second, values.first - wanted,
                                                           values.second - wanted,
                                                           boost::math::tools::eps_tolerance<double>(), most_steps);
    return std::midpoint(bracket.first, bracket.second);
}

std::vector<double> StockTrials::stocks_for(const Reading& reading, const ActivityData& activity,
                                            const std::string& stratum, const Trial& trial, const Curve& curve,
                                            double wanted) {
    const std::vector<double>& stocks = trial.stocks_tC_per_ha;
    std::vector<double> found;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        if (curve[i] && *curve[i] == wanted) found.push_back(stocks[i]);
        if (i + 1 == curve.size() || !curve[i] || !curve[i + 1]) continue;
        const bool crosses =
            (*curve[i]<wanted&& * curve[i + 1]> wanted) || (*curve[i] > wanted && *curve[i + 1] < wanted);
        if (!crosses) continue;
        found.push_back(
            between(reading, activity, stratum, {stocks[i], stocks[i + 1]}, {*curve[i], *curve[i + 1]}, wanted));
    }
    return found;
}

SolvedInput StockTrials::solve_stock(const Statement& statement, const ActivityData& activity,
                                     const std::string& stratum, const Curve& curve, const SolveGoal& goal) {
    const Trial& trial = trials_.at({statement.reading.factors, stratum});
    const double present = audit_.factors_of(statement.reading)->find(stratum)->density().value();
    SolvedInput input{zone_,   statement.reading, goal.target,  "carbon stock of " + stratum,
                      "tC/ha", present,           std::nullopt, {}};
    if (is_flat(curve)) {
        input.remark = "expected and emitted amounts move alike with it, so it decides nothing";
        return input;
    }
    const TonnesCO2e wanted = goal.reduction + statement.totals.displaced.value_or(TonnesCO2e{});
    std::vector<double> stocks = stocks_for(statement.reading, activity, stratum, trial, curve, wanted.value());
    if (stocks.empty()) {
        input.remark = "no stock from 0 to " + grouped(trial.stocks_tC_per_ha.back(), 0) + " tC/ha brings it about";
        return input;
    }
    // Without any carbon nothing is expected and nothing emitted: true, and no answer as long as there is another.
    if (stocks.size() > 1 && stocks.front() == 0.0) stocks.erase(stocks.begin());
    input.needed = std::ranges::min(stocks, {}, [&](double stock) { return std::abs(stock - present); });
    if (stocks.size() > 1) input.remark = "the nearest of " + std::to_string(stocks.size()) + " values";
    return input;
}

std::vector<SolvedInput> StockTrials::solve(const Statement& statement, std::span<const SolveGoal> goals) {
    const auto activity = activity_data(*workings_, zone_, statement.reading);
    if (!activity.given()) return {};
    const ActivityData in_period = within(*audit_.monitoring, activity.value());
    std::vector<SolvedInput> solved;
    for (const StratumBalance& stratum : statement.strata) {
        const auto trial = trials_.find({statement.reading.factors, stratum.stratum});
        if (trial == trials_.end() || !is_concerned(stratum)) continue;
        const Curve curve = curve_of(statement.reading, in_period, trial->second);
        for (const SolveGoal& goal : goals)
            solved.push_back(solve_stock(statement, in_period, stratum.stratum, curve, goal));
    }
    return solved;
}

}  // namespace reddline::accounting
