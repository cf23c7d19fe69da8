#include "estimation/workbook_result.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "domain/units.hpp"
#include "estimation/correlation.hpp"
#include "estimation/credit_inputs.hpp"
#include "estimation/draw_summary.hpp"
#include "estimation/error_propagation.hpp"
#include "estimation/monte_carlo.hpp"
#include "estimation/product_sum.hpp"
#include "estimation/program_deduction.hpp"
#include "estimation/variance_shares.hpp"
#include "estimation/workbook_stock.hpp"

namespace reddline::estimation {

namespace {

/// The inputs of a workbook with their draws.
struct Inputs {
    std::vector<double> values;
    std::vector<CreditInput> uncertain;
    std::vector<std::size_t> places;           ///< of the uncertain ones among all
    std::vector<std::vector<double>> columns;  ///< of the uncertain ones
    std::size_t count = 0;

    /// The standard deviation of every input.
    [[nodiscard]] std::vector<double> deviations() const {
        std::vector<double> all(values.size(), 0.0);
        for (std::size_t i = 0; i < uncertain.size(); ++i)
            all[places[i]] = uncertain[i].distribution.standard_deviation();
        return all;
    }
};

Inputs inputs_of(const MocareddWorkbook& workbook) {
    Inputs inputs;
    inputs.count = workbook.draws;
    for (std::size_t i = 0; i < workbook.inputs.size(); ++i) {
        const WorkbookInput& input = workbook.inputs[i];
        inputs.values.push_back(input.value);
        if (input.standard_error <= 0.0) continue;
        inputs.uncertain.push_back({input.name, "", "", input.unit, input.value, input.standard_error,
                                    Distribution(input.rule, input.value, input.standard_error)});
        inputs.places.push_back(i);
    }
    inputs.columns = drawn(inputs.uncertain, Correlation(names_of(inputs.uncertain), UncertaintyRules{}), workbook.seed,
                           workbook.draws);
    return inputs;
}

/// What one transition emits per year of its period.
ProductSum emission_of(const MocareddWorkbook& workbook, const WorkbookTransition& transition) {
    ProductSum lost = density_of(workbook, workbook.stocks[transition.stock_from]);
    add_terms(-1.0, density_of(workbook, workbook.stocks[transition.stock_to]), lost);
    const double years = workbook.is_annual ? 1.0 : workbook.periods[transition.period].years();
    return product_of(tCO2_per_tC / years, {{1.0, {transition.area}}}, lost);
}

/// An amount as a sum over transitions: so much of what each emits per year.
struct Amount {
    WorkbookQuantity quantity = WorkbookQuantity::reduction;
    std::string period;
    int first_year = 0;
    int last_year = 0;
    int years = 0;
    std::vector<double> weights;  ///< by transition
};

/// The mean per year over some of the periods.
template <class Takes>
Amount mean_of(const MocareddWorkbook& workbook, WorkbookQuantity quantity, const std::string& name, Takes takes) {
    Amount amount{quantity, name, 0, 0, 0, std::vector<double>(workbook.transitions.size(), 0.0)};
    for (const WorkbookPeriod& period : workbook.periods) {
        if (!takes(period)) continue;
        amount.first_year = amount.years == 0 ? period.first_year : std::min(amount.first_year, period.first_year);
        amount.last_year = amount.years == 0 ? period.last_year : std::max(amount.last_year, period.last_year);
        amount.years += period.years();
    }
    for (std::size_t i = 0; i < workbook.transitions.size(); ++i) {
        const WorkbookPeriod& period = workbook.periods[workbook.transitions[i].period];
        if (takes(period)) amount.weights[i] = static_cast<double>(period.years()) / amount.years;
    }
    return amount;
}

/// What is left of the reference level after the emissions of a monitoring period.
Amount reduction_of(const Amount& reference, Amount emissions) {
    emissions.quantity = WorkbookQuantity::reduction;
    for (std::size_t i = 0; i < emissions.weights.size(); ++i)
        emissions.weights[i] = reference.weights[i] - emissions.weights[i];
    return emissions;
}

std::vector<Amount> amounts_of(const MocareddWorkbook& workbook) {
    std::vector<Amount> amounts;
    for (const WorkbookPeriod& period : workbook.periods) {
        amounts.push_back(mean_of(workbook, WorkbookQuantity::period_emissions, period.name,
                                  [&](const WorkbookPeriod& other) { return other.name == period.name; }));
    }
    const Amount reference = mean_of(workbook, WorkbookQuantity::reference_level, "REF",
                                     [](const WorkbookPeriod& period) { return period.is_reference(); });
    amounts.push_back(reference);
    std::set<std::string> types;
    for (const WorkbookPeriod& period : workbook.periods) {
        if (period.is_reference() || !types.insert(period.type).second) continue;
        const Amount emissions = mean_of(workbook, WorkbookQuantity::emissions, period.type,
                                         [&](const WorkbookPeriod& other) { return other.type == period.type; });
        amounts.push_back(emissions);
        amounts.push_back(reduction_of(reference, emissions));
    }
    return amounts;
}

/// An amount with its formula and its draws.
struct DrawnAmount {
    Amount amount;
    ProductSum formula;
    std::vector<double> draws;
};

double standard_error_of(const ProductSum& formula, const Inputs& inputs) {
    const std::vector<double> slopes = slopes_of(formula, inputs.values);
    const std::vector<double> deviations = inputs.deviations();
    double squares = 0.0;
    for (std::size_t i = 0; i < slopes.size(); ++i)
        squares += slopes[i] * deviations[i] * slopes[i] * deviations[i];
    return std::sqrt(squares);
}

WorkbookAmount summary_of(const DrawnAmount& drawn_amount, const Inputs& inputs, double confidence) {
    const auto& [amount, formula, draws] = drawn_amount;
    WorkbookAmount result{
        amount.quantity, amount.period, amount.first_year, amount.last_year, amount.years, {}, {}, {}, {}};
    result.spread = spread_of(draws, value_of(formula, inputs.values), standard_error_of(formula, inputs));
    result.monte_carlo_error = monte_carlo_error(draws);
    std::vector<double> ordered = draws;
    result.lower = TonnesCO2e::of(quantile(ordered, 0.5 - 0.5 * confidence));
    result.upper = TonnesCO2e::of(quantile(ordered, 0.5 + 0.5 * confidence));
    return result;
}

std::vector<InputShare> shares_of(const DrawnAmount& amount, const Inputs& inputs) {
    const std::vector<double> slopes = slopes_of(amount.formula, inputs.values);
    const double error = standard_error_of(amount.formula, inputs);
    const std::vector<double> by_draws = variance_shares(inputs.columns, amount.draws);
    std::vector<InputShare> shares;
    for (std::size_t i = 0; i < inputs.uncertain.size(); ++i) {
        const CreditInput& input = inputs.uncertain[i];
        const double slope = slopes[inputs.places[i]];
        const double effect = slope * input.distribution.standard_deviation();
        shares.push_back({input.name, "", input.unit, input.value, input.standard_error, input.distribution.family(),
                          input.distribution.mean(), slope, error > 0.0 ? effect * effect / (error * error) : 0.0,
                          by_draws[i]});
    }
    return shares;
}

WorkbookReduction reduction_result(const DrawnAmount& amount, const WorkbookAmount& summary, const Inputs& inputs) {
    WorkbookReduction result;
    result.period = amount.amount.period;
    result.creditable = static_cast<double>(summary.years) * summary.spread.central;
    result.inputs = shares_of(amount, inputs);
    // Where nothing varies there is no variance to share.
    result.unshared = result.inputs.empty() ? 0.0 : 1.0;
    for (const InputShare& share : result.inputs)
        result.unshared -= share.monte_carlo_share;
    result.programmes =
        deductions_side_by_side(result.inputs.empty() ? nullptr : &summary.spread, result.creditable, std::nullopt);
    return result;
}

/// Adds what a transition emits to the amounts that it is part of, and sums it up by itself.
WorkbookEmission add_transition(const MocareddWorkbook& workbook, std::size_t index, const Inputs& inputs,
                                const InputDraws& input_draws, std::vector<DrawnAmount>& amounts) {
    const WorkbookTransition& transition = workbook.transitions[index];
    const ProductSum formula = emission_of(workbook, transition);
    const std::vector<double> draws = draws_of(formula, input_draws);
    for (DrawnAmount& amount : amounts) {
        const double weight = amount.amount.weights[index];
        if (weight == 0.0) continue;
        add_terms(weight, formula, amount.formula);
        for (std::size_t i = 0; i < draws.size(); ++i)
            amount.draws[i] += weight * draws[i];
    }
    const WorkbookInput& area = workbook.inputs[transition.area];
    const double years = workbook.is_annual ? 1.0 : workbook.periods[transition.period].years();
    const auto density = [&](std::size_t stock) {
        return TonnesCPerHa::of(value_of(density_of(workbook, workbook.stocks[stock]), inputs.values));
    };
    return {index,
            area.value / years,
            area.standard_error / years,
            as_CO2e(density(transition.stock_from) - density(transition.stock_to)),
            TonnesCO2e::of(value_of(formula, inputs.values)),
            quantiles_of(draws)};
}

/// The carbon of every land use whose stock is the same in all periods: of all its pools together, whose errors share inputs.
std::vector<WorkbookFactor> factors_of(const MocareddWorkbook& workbook, const Inputs& inputs) {
    std::vector<WorkbookFactor> factors;
    for (const WorkbookStock& stock : workbook.stocks) {
        if (stock.period) continue;
        const ProductSum density = density_of(workbook, stock);
        const double error = standard_error_of(density, inputs);
        factors.push_back({stock.land_use, TonnesCPerHa::of(value_of(density, inputs.values)),
                           error > 0.0 ? std::optional(TonnesCPerHa::of(error)) : std::nullopt});
    }
    return factors;
}

}  // namespace

WorkbookResult workbook_result(const MocareddWorkbook& workbook) {
    const Inputs inputs = inputs_of(workbook);
    std::vector<DrawnAmount> amounts;
    for (Amount& amount : amounts_of(workbook))
        amounts.push_back({std::move(amount), {}, std::vector<double>(inputs.count, 0.0)});
    std::vector<const std::vector<double>*> columns(inputs.values.size(), nullptr);
    for (std::size_t i = 0; i < inputs.places.size(); ++i)
        columns[inputs.places[i]] = &inputs.columns[i];
    const InputDraws input_draws{inputs.values, columns, inputs.count};
    WorkbookResult result;
    for (std::size_t i = 0; i < workbook.transitions.size(); ++i)
        result.emissions.push_back(add_transition(workbook, i, inputs, input_draws, amounts));
    for (const DrawnAmount& amount : amounts) {
        result.amounts.push_back(summary_of(amount, inputs, workbook.confidence));
        if (amount.amount.quantity != WorkbookQuantity::reduction) continue;
        result.reductions.push_back(reduction_result(amount, result.amounts.back(), inputs));
        if (result.reductions.back().inputs.empty()) result.amounts.back().spread.half_width_pct.reset();
    }
    result.factors = factors_of(workbook, inputs);
    return result;
}

}  // namespace reddline::estimation
