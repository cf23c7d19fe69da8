#include "estimation/credit_inputs.hpp"

#include <algorithm>
#include <set>

#include "domain/error.hpp"
#include "estimation/correlation.hpp"

namespace reddline::estimation {

namespace {

/// What an input with that value and stated error is; nothing where nobody says that it errs.
std::optional<CreditInput> input_of(const UncertaintyRules& rules, const std::string& name, double value,
                                    std::optional<double> stated_error) {
    if (!errs(rules, name, stated_error)) return std::nullopt;
    const InputRule* const rule = rule_of(rules, name);
    const InputRule plain{.input = name, .place = "uncertainty"};
    const bool is_own = rule != nullptr && has_own_error(*rule);
    const std::optional<double> error = rule != nullptr && rule->standard_error ? rule->standard_error : stated_error;
    const double standard_error = is_own ? 0.0 : error.value_or(0.0);
    const Distribution distribution(rule != nullptr ? *rule : plain, value, standard_error);
    return CreditInput{name, {}, {}, {}, value, standard_error, distribution};
}

std::optional<CreditInput> density_of(const AuditCase& audit, const CarbonTable& factors, const std::string& stratum,
                                      const PoolDensity& pool) {
    const auto stated = pool.standard_error ? std::optional(pool.standard_error->value()) : std::optional<double>{};
    auto input = input_of(audit.uncertainty, density_input(stratum, pool.pool), pool.density.value(), stated);
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
        const InputRule* const rule = rule_of(audit.uncertainty, area.name);
        if (rule != nullptr && rule->standard_error) {
            throw Error(ErrorCode::table_malformed, rule->place,
                        "expected no standard_error of '" + area.name +
                            "', because that of an area is its sample's, and that of a rate stands in "
                            "[reference_level]; leave it empty");
        }
        auto input = input_of(audit.uncertainty, area.name, area.value, area.standard_error);
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

void expect_known(const std::set<std::string>& known, const std::string& name, const std::string& place) {
    if (known.contains(name)) return;
    throw Error(ErrorCode::table_malformed, place,
                "expected the name of an input, found '" + name +
                    "', which is none; uncertainty_inputs.csv lists those "
                    "with a standard error, and a density is named 'stratum/pool', such as '" +
                    *known.begin() + "'");
}

}  // namespace

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
        std::vector<std::string> names;
        for (const auto& [stratum, stock] : factors.stocks) {
            for (const PoolDensity& pool : stock.pools()) {
                if (const auto input = density_of(audit, factors, stratum, pool)) names.push_back(input->name);
            }
        }
        static_cast<void>(Correlation(names, audit.uncertainty));
    }
}

void expect_inputs(const AuditCase& audit, std::span<const std::string> areas) {
    if (audit.factor_sets.empty()) return;  // nothing is computed that could be off
    std::set<std::string> known = density_names(audit);
    known.insert(areas.begin(), areas.end());
    for (const InputRule& rule : audit.uncertainty.inputs)
        expect_known(known, rule.input, rule.place);
    for (const InputCorrelation& pair : audit.uncertainty.correlations) {
        expect_known(known, pair.one, pair.place);
        expect_known(known, pair.other, pair.place);
    }
}

}  // namespace reddline::estimation
