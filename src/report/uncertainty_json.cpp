#include "report/uncertainty_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/reading_json.hpp"

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const DrawQuantiles& quantiles) {
    return {{"median_tCO2e", quantiles.median.value()},
            {"q05_tCO2e", quantiles.q05.value()},
            {"q95_tCO2e", quantiles.q95.value()}};
}

Json json_of(const ReductionSpread& spread) {
    Json json{{"draws", spread.draws},
              {"central_tCO2e", spread.central.value()},
              {"approach_1_se_tCO2e", spread.approach_1_standard_error.value()},
              {"mean_tCO2e", spread.mean.value()},
              {"sd_tCO2e", spread.standard_deviation.value()}};
    json.update(json_of(spread.quantiles));
    json["half_width_pct"] = json_number(spread.half_width_pct);
    json["probability_positive"] = spread.share_positive;
    json["probability_of_claim"] = json_number(spread.share_of_claim);
    return json;
}

Json inputs_of(const ZoneUncertainty& zone) {
    Json inputs = Json::array();
    for (const InputShare& input : zone.inputs) {
        inputs.push_back({{"input", input.name},
                          {"factors", input.factors},
                          {"value", input.value},
                          {"unit", input.unit},
                          {"standard_error", input.standard_error},
                          {"distribution", to_string(input.family)},
                          {"mean", input.mean},
                          {"slope_tCO2e_per_unit", input.slope_tCO2e},
                          {"approach_1_share", input.approach_1_share},
                          {"monte_carlo_share", input.monte_carlo_share}});
    }
    return inputs;
}

Json correlations_of(const ZoneUncertainty& zone) {
    Json pairs = Json::array();
    for (const InputCorrelation& pair : zone.correlations) {
        pairs.push_back(
            {{"input_a", pair.one}, {"input_b", pair.other}, {"rho", pair.coefficient}, {"origin", pair.place}});
    }
    return pairs;
}

Json convergence_of(const ZoneUncertainty& zone) {
    Json steps = Json::array();
    for (const ConvergenceStep& step : zone.convergence) {
        Json json{{"draws", step.draws}};
        json.update(json_of(step.quantiles));
        steps.push_back(json);
    }
    return steps;
}

Json confident_of(const ZoneUncertainty& zone) {
    Json levels = Json::array();
    for (const ConfidentCredits& credits : zone.confident) {
        levels.push_back({{"confidence", credits.confidence},
                          {"reduction_tCO2e", credits.reduction.value()},
                          {"credits", credits.credits.tCO2e}});
    }
    return levels;
}

Json json_of(const AuditCase& audit, const ZoneUncertainty& zone) {
    return {{"zone", audit.zones[zone.zone].zone.name},
            {"reduction", json_of(zone.spread)},
            {"monte_carlo_error", json_of(zone.monte_carlo_error)},
            {"convergence", convergence_of(zone)},
            {"inputs", inputs_of(zone)},
            {"correlations", correlations_of(zone)},
            {"share_of_no_input_alone", zone.unshared},
            {"confident_credits", confident_of(zone)}};
}

Json deductions_of(const AuditCase& audit, const AuditResult& results) {
    Json rows = Json::array();
    for (const ZoneDeductions& zone : results.uncertainty.deductions) {
        for (const ProgrammeDeduction& programme : zone.programmes) {
            rows.push_back(
                {{"zone", audit.zones[zone.zone].zone.name},
                 {"programme", programme.programme},
                 {"rule", programme.rule},
                 {"document", programme.document},
                 {"deduction_pct", json_number(programme.deduction_pct)},
                 {"nearest_step_pct", json_number(programme.nearest_step_pct)},
                 {"credits", programme.credits.tCO2e},
                 {"buffered_credits", programme.buffered ? Json(programme.buffered->tCO2e) : Json(nullptr)},
                 {"buffer_balance", programme.buffer ? Json(programme.buffer->balance.tCO2e) : Json(nullptr)},
                 {"buffer_shortfall", programme.buffer ? Json(programme.buffer->shortfall.tCO2e) : Json(nullptr)}});
        }
    }
    return rows;
}

Json json_of(const CreditBuffer& buffer) {
    Json ledger = Json::array();
    for (const BufferPosting& posting : buffer.ledger) {
        ledger.push_back({{"zone", posting.zone},
                          {"entry", to_string(posting.kind)},
                          {"credits", posting.credits.tCO2e},
                          {"source", posting.source}});
    }
    return {{"fraction", buffer.fraction}, {"source", buffer.source}, {"ledger", ledger}};
}

Json fixed_inputs_of(const AuditCase& audit, const AuditResult& results) {
    Json rows = Json::array();
    for (const FixedInput& fixed : results.fixed_inputs) {
        rows.push_back({{"zone", audit.zones[fixed.zone].zone.name},
                        {"input", fixed.name},
                        {"value", json_number(fixed.value)},
                        {"unit", fixed.unit},
                        {"reason", fixed.reason}});
    }
    return rows;
}

/// Every reading that has one, by its place among the readings of the result.
Json readings_of_spread(const AuditResult& results) {
    Json rows = Json::array();
    for (const ReadingSpread& reading : results.uncertainty.readings) {
        Json row{{"reading", reading.reading}};
        row.update(json_of(reading.spread));
        rows.push_back(row);
    }
    return rows;
}

}  // namespace

Json uncertainty_json(const AuditCase& audit, const AuditResult& results) {
    Json zones = Json::array();
    for (const ZoneUncertainty& zone : results.uncertainty.zones)
        zones.push_back(json_of(audit, zone));
    return {{"seed", audit.uncertainty.seed},
            {"zones", zones},
            {"fixed_inputs", fixed_inputs_of(audit, results)},
            {"program_deductions", deductions_of(audit, results)},
            {"buffer", audit.buffer ? json_of(*audit.buffer) : Json(nullptr)},
            {"readings", readings_of_spread(results)}};
}

}  // namespace reddline::report
