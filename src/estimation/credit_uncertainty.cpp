#include "estimation/credit_uncertainty.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/kept_share.hpp"
#include "estimation/buffer_account.hpp"
#include "estimation/correlation.hpp"
#include "estimation/credit_inputs.hpp"
#include "estimation/draw_summary.hpp"
#include "estimation/error_propagation.hpp"
#include "estimation/monte_carlo.hpp"
#include "estimation/plot_correlations.hpp"
#include "estimation/program_deduction.hpp"
#include "estimation/reduction_function.hpp"
#include "estimation/sampled_correlations.hpp"
#include "estimation/variance_shares.hpp"

namespace reddline::estimation {

namespace {

/// Draws of all readings but the default together: about a second of work.
constexpr std::size_t most_draws_of_readings = 10'000'000;

/// The readings of one project that share a factor set, and with it their inputs and draws.
struct Group {
    const CarbonTable* factors = nullptr;
    std::vector<CreditInput> inputs;
    std::vector<InputCorrelation> given;  // by rules, plots and the sample
    std::optional<Correlation> correlation;
    std::vector<std::vector<double>> columns;
};

std::optional<double> share_of_claim(const AuditCase& audit, std::size_t zone, const std::vector<double>& draws) {
    const auto claimed = audit.is_claimed(zone) ? audit.claim->amount(ClaimItem::credits) : std::nullopt;
    if (!claimed) return std::nullopt;
    const double kept = kept_share(audit.deductions);
    const auto reach =
        std::ranges::count_if(draws, [&](double reduction) { return kept * reduction >= claimed->value(); });
    return static_cast<double>(reach) / static_cast<double>(draws.size());
}

/// What a model's reductions move by with one standard deviation of each input.
std::vector<double> effects_of(const std::vector<double>& slopes, const std::vector<CreditInput>& inputs) {
    std::vector<double> effects;
    for (std::size_t input = 0; input < inputs.size(); ++input)
        effects.push_back(slopes[input] * inputs[input].distribution.standard_deviation());
    return effects;
}

ReductionSpread reading_spread(const AuditCase& audit, std::size_t zone, const ReductionFunction& reduction,
                               const Group& group, const std::vector<double>& draws) {
    const double variance_by_error = variance(effects_of(reduction.slopes(), group.inputs), *group.correlation);
    ReductionSpread spread = spread_of(draws, reduction.central(), std::sqrt(variance_by_error));
    spread.share_of_claim = share_of_claim(audit, zone, draws);
    return spread;
}

/// The part of each input in the variance of Eq. 28; those that go together share what they have together.
std::vector<double> approach_1_shares(const std::vector<double>& effects, const Correlation& correlation) {
    const double all = variance(effects, correlation);
    std::vector<double> shares(effects.size());
    for (std::size_t one = 0; one < effects.size() && all > 0.0; ++one) {
        for (std::size_t other = 0; other < effects.size(); ++other)
            shares[one] += effects[one] * correlation.at(one, other) * effects[other] / all;
    }
    return shares;
}

/// Names of the inputs that a model itself rests on; those of its group may be of other readings.
std::set<std::string> own_inputs(const AuditCase& audit, const CreditModel& model) {
    const std::array one{&model};
    std::set<std::string> names;
    for (const CreditInput& input : credit_inputs(audit, model.factors, one))
        names.insert(input.name);
    return names;
}

std::vector<InputShare> input_shares(const ReductionFunction& reduction, const Group& group,
                                     const std::set<std::string>& own, const std::vector<double>& draws) {
    const std::vector<double> slopes = reduction.slopes();
    const std::vector<double> by_error = approach_1_shares(effects_of(slopes, group.inputs), *group.correlation);
    const std::vector<double> by_draws = variance_shares(group.columns, draws);
    std::vector<InputShare> shares;
    for (std::size_t i = 0; i < group.inputs.size(); ++i) {
        const CreditInput& input = group.inputs[i];
        if (!own.contains(input.name)) continue;
        const Distribution& distribution = input.distribution;
        const double error = input.standard_error > 0.0 ? input.standard_error : distribution.standard_deviation();
        shares.push_back({input.name, input.factors, input.unit, input.value, error, distribution.family(),
                          distribution.mean(), slopes[i], by_error[i], by_draws[i]});
    }
    return shares;
}

/// The correlations of which both inputs are among those named.
std::vector<InputCorrelation> correlations_among(const std::set<std::string>& names,
                                                 const std::vector<InputCorrelation>& given) {
    std::vector<InputCorrelation> among;
    std::ranges::copy_if(given, std::back_inserter(among), [&](const InputCorrelation& pair) {
        return names.contains(pair.one) && names.contains(pair.other);
    });
    return among;
}

std::vector<ConfidentCredits> confident_credits(const AuditCase& audit, std::vector<double> draws) {
    std::vector<ConfidentCredits> credits;
    for (const double confidence : audit.uncertainty.confidence) {
        const TonnesCO2e reduction = TonnesCO2e::of(quantile(draws, 1.0 - confidence));
        credits.push_back({confidence, reduction, whole_credits(kept_share(audit.deductions) * reduction)});
    }
    return credits;
}

ZoneUncertainty zone_uncertainty(const AuditCase& audit, const Statement& statement, const CreditModel& model,
                                 const Group& group) {
    const ReductionFunction reduction(model, group.factors, group.inputs);
    const std::vector<double> draws = reduction.at(group.columns, audit.uncertainty.draws);
    ZoneUncertainty result;
    result.zone = statement.zone;
    result.spread = reading_spread(audit, statement.zone, reduction, group, draws);
    result.monte_carlo_error = monte_carlo_error(draws);
    result.convergence = convergence_of(draws);
    const std::set<std::string> own = own_inputs(audit, model);
    result.inputs = input_shares(reduction, group, own, draws);
    result.correlations = correlations_among(own, group.given);
    result.unshared = 1.0;
    for (const InputShare& input : result.inputs)
        result.unshared -= input.monte_carlo_share;
    result.confident = confident_credits(audit, draws);
    return result;
}

/// The models of one project's readings by factor set.
using ModelsByFactors = std::map<std::optional<std::size_t>, std::vector<const CreditModel*>>;

std::map<std::optional<std::size_t>, Group> groups_of(const AuditCase& audit, const UncertaintyRules& rules,
                                                      std::span<const ReadingResult> readings, const Reading& standard,
                                                      std::size_t draws_of_readings) {
    ModelsByFactors models;
    std::optional<std::size_t> default_factors;
    for (const ReadingResult& result : readings) {
        if (!result.model) continue;
        models[result.model->factors].push_back(&*result.model);
        if (result.reading == standard) default_factors = result.model->factors;
    }
    std::map<std::optional<std::size_t>, Group> groups;
    for (const auto& [factors, sharing] : models) {
        const CarbonTable* const table = factors ? &audit.factor_sets[*factors] : nullptr;
        const UncertaintyRules all = table != nullptr ? with_plot_correlations(rules, *table) : rules;
        Group group{table, credit_inputs(audit, factors, sharing), all.correlations, {}, {}};
        group.correlation.emplace(names_of(group.inputs), all);
        const std::size_t draws = factors == default_factors ? audit.uncertainty.draws : draws_of_readings;
        group.columns = drawn(group.inputs, *group.correlation, audit.uncertainty.seed, draws);
        groups.emplace(factors, std::move(group));
    }
    return groups;
}

const Statement* default_statement(const AuditResult& results, std::size_t zone) {
    const auto found = std::ranges::find(results.statements, zone, &ZoneStatement::zone);
    return found != results.statements.end() && found->answer.given() ? &found->answer.value() : nullptr;
}

/// Draws for each reading but the default ones.
std::size_t draws_per_reading(const AuditCase& audit, const AuditResult& results) {
    const std::size_t readings = std::max<std::size_t>(1, results.readings.size());
    return std::min<std::size_t>(audit.uncertainty.draws, most_draws_of_readings / readings);
}

/// Closes the project's buffer account under each programme.
void close_buffer(const AuditCase& audit, ZoneDeductions& deductions) {
    if (!audit.buffer) return;
    const auto account = audit.buffer->account_of(audit.zones[deductions.zone].zone.name);
    if (!account) return;
    for (ProgrammeDeduction& programme : deductions.programmes)
        programme.buffer = closing_of(*account, *programme.buffered);
}

ZoneDeductions zone_deductions(const AuditCase& audit, const Statement& statement, const ZoneUncertainty* uncertainty) {
    const TonnesCO2e creditable = statement.totals.reduction - statement.totals.deducted;
    const ReductionSpread* const spread = uncertainty == nullptr ? nullptr : &uncertainty->spread;
    ZoneDeductions result{statement.zone, deductions_side_by_side(spread, creditable, audit.buffer)};
    close_buffer(audit, result);
    return result;
}

}  // namespace

CreditUncertainty credit_uncertainty(const AuditCase& audit, const AuditResult& results) {
    CreditUncertainty all;
    const UncertaintyRules rules = with_sampled_correlations(audit);
    const std::size_t draws = draws_per_reading(audit, results);
    for (const ZoneStatement& project : results.statements) {
        const std::span<const ReadingResult> readings = readings_of(results.readings, project.zone);
        const auto groups = groups_of(audit, rules, readings, results.default_reading, draws);
        const Statement* const statement = default_statement(results, project.zone);
        const auto first = static_cast<std::size_t>(readings.data() - results.readings.data());
        for (std::size_t i = 0; i < readings.size(); ++i) {
            if (!readings[i].model) continue;
            const CreditModel& model = *readings[i].model;
            const Group& group = groups.at(model.factors);
            if (readings[i].reading == results.default_reading && statement != nullptr) {
                all.zones.push_back(zone_uncertainty(audit, *statement, model, group));
                all.readings.push_back({first + i, all.zones.back().spread});
                continue;
            }
            if (results.readings.size() > most_spread_readings) continue;
            const ReductionFunction reduction(model, group.factors, group.inputs);
            all.readings.push_back(
                {first + i, reading_spread(audit, project.zone, reduction, group, reduction.at(group.columns, draws))});
        }
        if (statement != nullptr) all.deductions.push_back(zone_deductions(audit, *statement, all.of(project.zone)));
    }
    return all;
}

}  // namespace reddline::estimation
