#include "estimation/credit_inputs.hpp"

#include <algorithm>
#include <set>
#include <variant>

#include "domain/error.hpp"
#include "estimation/correlation.hpp"
#include "estimation/monte_carlo.hpp"
#include "estimation/plot_correlations.hpp"

namespace reddline::estimation {

namespace {

/// The rule of an input; a normal distribution where there is none.
InputRule rule_or_plain(const UncertaintyRules& rules, const std::string& name) {
    const InputRule* const rule = rule_of(rules, name);
    return rule != nullptr ? *rule : InputRule{.input = name, .place = "uncertainty"};
}

/// What an input with that rule, value and stated error is; nothing where nobody says that it errs.
std::optional<CreditInput> input_of(const UncertaintyRules& rules, const InputRule& rule, double value,
                                    std::optional<double> stated_error) {
    if (!errs(rules, rule.input, stated_error)) return std::nullopt;
    const std::optional<double> error = rule.standard_error ? rule.standard_error : stated_error;
    const double standard_error = has_own_error(rule) ? 0.0 : error.value_or(0.0);
    return CreditInput{rule.input, {}, {}, {}, value, standard_error, Distribution(rule, value, standard_error)};
}

/// A bootstrap without plots of its own resamples those that the factor table has.
void take_plots(const PoolDensity& pool, InputRule& rule) {
    if (rule.family != DistributionFamily::bootstrap || !rule.plots.empty()) return;
    for (const PlotDensity& plot : pool.plots) {
        if (plot.weight != pool.plots.front().weight) {
            throw Error(ErrorCode::table_malformed, rule.place,
                        "expected plots of one weight for the bootstrap of '" + rule.input +
                            "', found several; choose another distribution");
        }
        rule.plots.push_back(plot.density.value());
    }
}

std::optional<CreditInput> density_of(const AuditCase& audit, const CarbonTable& factors, const std::string& stratum,
                                      const PoolDensity& pool) {
    const auto stated = pool.standard_error ? std::optional(pool.standard_error->value()) : std::optional<double>{};
    InputRule rule = rule_or_plain(audit.uncertainty, density_input(stratum, pool.pool));
    take_plots(pool, rule);
    auto input = input_of(audit.uncertainty, rule, pool.density.value(), stated);
    if (!input) return std::nullopt;
    input->factors = factors.name;
    input->stratum = stratum;
    input->unit = "tC/ha";
    return input;
}

void add_areas(const AuditCase& audit, const CreditModel& model, std::vector<CreditInput>& inputs) {
    for (const AreaInput& area : model.areas) {
        const bool is_known = std::ranges::any_of(
            inputs, [&](const CreditInput& input) { return input.stratum.empty() && input.name == area.name; });
        if (is_known || area.standard_error <= 0.0) continue;
        auto input =
            input_of(audit.uncertainty, rule_or_plain(audit.uncertainty, area.name), area.value, area.standard_error);
        if (!input) continue;
        input->unit = area.unit;
        input->area_error = area.standard_error;
        inputs.push_back(*input);
    }
}

/// Names of all densities, of every factor set.
std::set<std::string> density_names(const AuditCase& audit) {
    std::set<std::string> names;
    for (const CarbonTable& factors : audit.factor_sets) {
        for (const auto& [stratum, stock] : factors.stocks) {
            for (const PoolDensity& pool : stock.pools())
                names.insert(density_input(stratum, pool.pool));
        }
    }
    return names;
}

/// Names of all areas and rates that may err: of the losses that a sample estimated, in every zone it speaks of, and of the
/// reference levels.
std::set<std::string> area_names(const AuditCase& audit) {
    std::set<std::string> names;
    for (const ReferenceSource& source : audit.references) {
        const auto* const rate = std::get_if<LossRate>(&source.rule);
        if (rate != nullptr && rate->standard_error()) names.insert(source.name);
    }
    if (!audit.sample || !audit.sample->shows_loss()) return names;
    for (const ZoneExtent& extent : audit.zones) {
        for (const SampledLoss& loss : audit.sample->losses_in(extent.zone.name)) {
            if (loss.area_ha.standard_error) names.insert(area_input(extent.zone.name, loss.from, loss.to));
        }
    }
    return names;
}

/// Names of all inputs that may err.
struct KnownInputs {
    std::set<std::string> densities;
    std::set<std::string> areas;  ///< and rates
};

void expect_stated_elsewhere(const KnownInputs& known, const InputRule& rule) {
    if (!rule.standard_error || !known.areas.contains(rule.input)) return;
    throw Error(ErrorCode::table_malformed, rule.place,
                "expected no standard_error of '" + rule.input +
                    "', because that of an area is its sample's, and that of a rate stands in [reference_level]; leave "
                    "it empty");
}

void expect_known(const KnownInputs& known, const std::string& name, const std::string& place) {
    if (known.densities.contains(name) || known.areas.contains(name)) return;
    throw Error(ErrorCode::table_malformed, place,
                "expected the name of an input, found '" + name +
                    "', which is none; uncertainty_inputs.csv lists those "
                    "with a standard error, and a density is named 'stratum/pool', such as '" +
                    *known.densities.begin() + "'");
}

}  // namespace

std::vector<std::string> names_of(std::span<const CreditInput> inputs) {
    std::vector<std::string> names;
    for (const CreditInput& input : inputs)
        names.push_back(input.name);
    return names;
}

std::vector<CreditInput> credit_inputs(const AuditCase& audit, std::optional<std::size_t> factors,
                                       std::span<const CreditModel* const> models) {
    std::vector<CreditInput> inputs;
    std::set<std::string> weighed;
    for (const CreditModel* const model : models)
        weighed.merge(weighed_strata(*model));
    if (factors) {
        const CarbonTable& table = audit.factor_sets[*factors];
        for (const auto& [stratum, stock] : table.stocks) {
            if (!weighed.contains(stratum)) continue;
            for (const PoolDensity& pool : stock.pools()) {
                if (auto input = density_of(audit, table, stratum, pool)) inputs.push_back(std::move(*input));
            }
        }
    }
    for (const CreditModel* const model : models)
        add_areas(audit, *model, inputs);
    return inputs;
}

void expect_distributions(const AuditCase& audit) {
    for (const CarbonTable& factors : audit.factor_sets) {
        std::vector<CreditInput> inputs;
        for (const auto& [stratum, stock] : factors.stocks) {
            for (const PoolDensity& pool : stock.pools()) {
                if (auto input = density_of(audit, factors, stratum, pool)) inputs.push_back(std::move(*input));
            }
        }
        expect_drawable(inputs, Correlation(names_of(inputs), with_plot_correlations(audit.uncertainty, factors)));
    }
}

void expect_inputs(const AuditCase& audit) {
    if (audit.factor_sets.empty()) return;  // nothing is computed that could be off
    const KnownInputs known{density_names(audit), area_names(audit)};
    for (const InputRule& rule : audit.uncertainty.inputs) {
        expect_known(known, rule.input, rule.place);
        expect_stated_elsewhere(known, rule);
    }
    for (const InputCorrelation& pair : audit.uncertainty.correlations) {
        expect_known(known, pair.one, pair.place);
        expect_known(known, pair.other, pair.place);
    }
}

}  // namespace reddline::estimation
