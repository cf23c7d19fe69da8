#include "accounting/fixed_inputs.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <variant>

#include "accounting/credit_model.hpp"

namespace reddline::accounting {

namespace {

constexpr const char* sample_needed = "a sample of reference data would give its standard error";

std::string why_exact(const AuditCase& audit, const CarbonTable& factors, const std::string& input) {
    const InputRule* const rule = rule_of(audit.uncertainty, input);
    if (rule != nullptr && rule->standard_error) return "standard_error is 0 in " + rule->place;
    return "no standard error in " + factors.name;
}

void add_densities(const AuditCase& audit, const Statement& statement, std::vector<FixedInput>& fixed) {
    const CarbonTable& factors = *audit.factors_of(statement.reading);
    for (const std::string& stratum : weighed_strata(credit_model(audit, statement))) {
        const CarbonStock* const stock = factors.find(stratum);
        if (stock == nullptr) continue;
        for (const PoolDensity& pool : stock->pools()) {
            if (has_density_error(audit, stratum, pool)) continue;
            const std::string name = density_input(stratum, pool.pool);
            fixed.push_back({statement.zone, name, pool.density.value(), "tC/ha", why_exact(audit, factors, name)});
        }
    }
}

/// Hectares of the period that are taken as exact in a table of emissions; nothing where all of them have errors.
std::optional<double> exact_ha(const AuditCase& audit, const EmissionTable& table) {
    std::optional<double> sum_ha;
    for (const StratumYear& row : table) {
        for (const Flow& flow : row.flows) {
            if (!flow.error)
                sum_ha = sum_ha.value_or(0.0) + audit.monitoring->fraction_of(row.year) * flow.area.value();
        }
    }
    return sum_ha;
}

void add_expected(const AuditCase& audit, const Statement& statement, std::vector<FixedInput>& fixed) {
    const ReferenceSource& source = *audit.reference_of(statement.reading);
    const auto add = [&](const std::string& what, const std::string& reason) {
        fixed.push_back(
            {statement.zone, what + " (" + source.name + ")", exact_ha(audit, statement.expected), "ha", reason});
    };
    if (source.uses_transitions()) {
        add("area expected to be lost", "the national table states no standard errors");
    } else if (const auto* const national = std::get_if<NationalLevel>(&source.rule)) {
        fixed.push_back({statement.zone, "national level (" + source.name + ")", national->per_year.value(), "tCO2e/yr",
                         "no standard error is stated"});
    } else if (std::holds_alternative<HistoryRule>(source.rule)) {
        add("mapped loss of the reference period", sample_needed);
    } else if (!std::get<LossRate>(source.rule).standard_error()) {
        add("area expected to be lost", "the rate has no standard_error");
    }
}

std::string why_forest_is_exact(const AuditCase& audit, const Reading& reading) {
    if (!audit.has_pixels()) return "a declared area without a standard error";
    return reading.route == Route::sample ? "counted on the map: of the sample only the loss enters" : sample_needed;
}

void add_forest(const AuditCase& audit, const Statement& statement, std::vector<FixedInput>& fixed) {
    const ReferenceSource& source = *audit.reference_of(statement.reading);
    if (std::holds_alternative<HistoryRule>(source.rule)) return;
    Hectares forest;
    for (const StratumBalance& stratum : statement.strata)
        forest += stratum.forest_at_start;
    fixed.push_back({statement.zone, "forest at the start in " + audit.zones[statement.zone].zone.name, forest.value(),
                     "ha", why_forest_is_exact(audit, statement.reading)});
}

std::string why_estimate_is_exact(EstimateGap gap) {
    return std::string("the sample gives no standard error: ") + (gap == EstimateGap::one_point
                                                                      ? "a stratum has a single point"
                                                                      : "within each stratum all points say the same");
}

/// What a sample estimates without a standard error, that it found none of a loss too.
void add_estimated(const AuditCase& audit, const Statement& statement, std::size_t zone,
                   std::vector<FixedInput>& fixed) {
    const std::string& name = audit.zones[zone].zone.name;
    for (const SampledLoss& loss : audit.sample->losses_in(name)) {
        if (loss.area_ha.standard_error) continue;
        fixed.push_back({statement.zone, "estimated loss of " + loss.from + " in " + name, loss.area_ha.value, "ha",
                         why_estimate_is_exact(loss.area_ha.gap)});
    }
}

void add_observed(const AuditCase& audit, const Statement& statement, std::size_t zone, const EmissionTable& observed,
                  std::vector<FixedInput>& fixed) {
    if (statement.reading.route == Route::sample) return add_estimated(audit, statement, zone, fixed);
    const auto sum_ha = exact_ha(audit, observed);
    if (!sum_ha) return;
    const bool is_reported = statement.reading.route == Route::reported;
    fixed.push_back({statement.zone,
                     std::string(is_reported ? "reported" : "mapped") + " loss in " + audit.zones[zone].zone.name,
                     sum_ha, "ha", sample_needed});
}

}  // namespace

std::vector<FixedInput> fixed_inputs(const AuditCase& audit, const Statement& statement) {
    std::vector<FixedInput> fixed;
    add_densities(audit, statement, fixed);
    add_expected(audit, statement, fixed);
    add_forest(audit, statement, fixed);
    add_observed(audit, statement, statement.zone, statement.observed, fixed);
    for (const BeltBalance& belt : statement.belts)
        add_observed(audit, statement, belt.zone, belt.observed, fixed);
    if (statement.totals.is_upper_bound()) {
        fixed.push_back({statement.zone, "displaced emissions", std::nullopt, "tCO2e",
                         "not known of every belt, or no belt is given: counted as none"});
    }
    return fixed;
}

}  // namespace reddline::accounting
