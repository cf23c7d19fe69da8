#include "accounting/credit_model.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <variant>

namespace reddline::accounting {

namespace {

void add_weight(const std::string& stratum, Hectares area, std::vector<StratumWeight>& weights) {
    const auto same = std::ranges::find(weights, stratum, &StratumWeight::stratum);
    if (same == weights.end()) {
        weights.push_back({stratum, area});
    } else {
        same->area += area;
    }
}

/// Adds an area that leaves one stratum for the stock of another.
void add_area(const std::string& from, const std::string& stock_after, Hectares area,
              std::vector<StratumWeight>& weights) {
    add_weight(from, area, weights);
    if (!stock_after.empty()) add_weight(stock_after, -area, weights);
}

std::vector<StratumWeight>& part_of(const std::string& input, std::vector<AreaErrorPart>& errors) {
    const auto same = std::ranges::find(errors, input, &AreaErrorPart::input);
    if (same != errors.end()) return same->per_standard_error;
    errors.push_back({input, {}});
    return errors.back().per_standard_error;
}

/// Notes by how much the areas that err with an input add up.
void note_area(double share, const Flow& flow, std::vector<AreaInput>& areas) {
    auto same = std::ranges::find(areas, flow.error->input, &AreaInput::name);
    if (same == areas.end()) {
        areas.push_back({flow.error->input, 0.0, 0.0, "ha"});
        same = areas.end() - 1;
    }
    same->value += share * flow.area.value();
    same->standard_error += share * flow.error->standard_error.value();
}

/// Adds a row, weighed by its year's share of the period and by a sign.
void add_row(const StratumYear& row, double share, double sign, CreditForm& form, std::vector<AreaInput>& areas) {
    if (row.flows.empty()) form.constant += sign * share * row.emission;
    for (const Flow& flow : row.flows) {
        add_area(row.stratum, flow.stock_after, sign * share * flow.area, form.weights);
        if (!flow.error) continue;
        add_area(row.stratum, flow.stock_after, sign * share * flow.error->standard_error,
                 part_of(flow.error->input, form.errors));
        note_area(share, flow, areas);
    }
}

CreditForm displaced_form(const BeltBalance& belt, LossYear year, double share, std::vector<AreaInput>& areas) {
    CreditForm form;
    for (const StratumYear& row : belt.observed) {
        if (row.year == year) add_row(row, share, 1.0, form, areas);
    }
    for (const StratumYear& row : belt.expected) {
        if (row.year == year) add_row(row, share, -1.0, form, areas);
    }
    return form;
}

bool has_any_density_error(const AuditCase& audit, const CarbonTable& factors) {
    return std::ranges::any_of(factors.stocks, [&](const auto& stock) {
        return std::ranges::any_of(
            stock.second.pools(), [&](const PoolDensity& pool) { return has_density_error(audit, stock.first, pool); });
    });
}

}  // namespace

CreditModel credit_model(const AuditCase& audit, const Statement& statement) {
    const MonitoringPeriod& period = *audit.monitoring;
    CreditModel model;
    if (!audit.factor_sets.empty()) model.factors = statement.reading.factors;
    for (const StratumYear& row : statement.expected)
        add_row(row, period.fraction_of(row.year), 1.0, model.balance, model.areas);
    for (const StratumYear& row : statement.observed)
        add_row(row, period.fraction_of(row.year), -1.0, model.balance, model.areas);
    for (const BeltBalance& belt : statement.belts) {
        for (const StatementYear& year : statement.years)
            model.displaced.push_back(displaced_form(belt, year.year, year.fraction, model.areas));
    }
    return model;
}

bool has_density_error(const AuditCase& audit, const std::string& stratum, const PoolDensity& pool) {
    const auto stated = pool.standard_error ? std::optional(pool.standard_error->value()) : std::nullopt;
    return errs(audit.uncertainty, density_input(stratum, pool.pool), stated);
}

bool has_uncertain_input(const AuditCase& audit) {
    const auto has_rate_error = [](const ReferenceSource& source) {
        const auto* const rate = std::get_if<LossRate>(&source.rule);
        return rate != nullptr && rate->standard_error().value_or(0.0) > 0.0;
    };
    return std::ranges::any_of(audit.factor_sets,
                               [&](const CarbonTable& factors) { return has_any_density_error(audit, factors); }) ||
           std::ranges::any_of(audit.references, has_rate_error);
}

bool has_uncertain_input(const AuditCase& audit, const CreditModel& model) {
    return (model.factors && has_any_density_error(audit, audit.factor_sets[*model.factors])) || !model.areas.empty();
}

}  // namespace reddline::accounting
