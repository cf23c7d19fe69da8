#include "report/uncertainty_csv.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "domain/number_text.hpp"
#include "report/csv_text.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

const ReductionSpread* spread_of(const AuditResult& results, std::size_t reading) {
    const auto found = std::ranges::find(results.uncertainty.readings, reading, &ReadingSpread::reading);
    return found == results.uncertainty.readings.end() ? nullptr : &found->spread;
}

std::string status_of(const ReadingResult& result, const ReductionSpread* spread, std::size_t readings) {
    if (!result.answer.given()) return "refused";
    if (spread != nullptr) return "computed";
    return readings > most_spread_readings ? "too-many-readings" : "no-standard-error";
}

std::vector<std::string> spread_fields(const ReductionSpread& spread) {
    return {std::to_string(spread.draws),
            shortest(spread.central.value()),
            shortest(spread.approach_1_standard_error.value()),
            shortest(spread.mean.value()),
            shortest(spread.standard_deviation.value()),
            shortest(spread.quantiles.median.value()),
            shortest(spread.quantiles.q05.value()),
            shortest(spread.quantiles.q95.value()),
            number_field(spread.half_width_pct),
            shortest(spread.share_positive),
            number_field(spread.share_of_claim)};
}

std::string credits_field(Credits credits) {
    return std::to_string(credits.tCO2e);
}

void add_inputs(const std::string& zone, const ZoneUncertainty& uncertainty, const std::string& label, CsvText& csv) {
    for (const InputShare& input : uncertainty.inputs) {
        csv.add({zone, input.name, "covered", input.factors, shortest(input.value), input.unit,
                 shortest(input.standard_error), std::string(to_string(input.family)), shortest(input.mean),
                 shortest(input.slope_tCO2e), shortest(input.approach_1_share), shortest(input.monte_carlo_share), "",
                 label});
    }
    csv.add({zone, "of no input alone", "remainder", "", "", "", "", "", "", "", "", shortest(uncertainty.unshared),
             "amounts that are clamped at 0, and products of inputs", label});
}

}  // namespace

std::string uncertainty_csv(const AuditCase& audit, const AuditResult& results) {
    std::vector<std::string> head{"zone"};
    for (const Choice choice : all_choices())
        head.emplace_back(to_string(choice));
    const std::vector<std::string> amounts{
        "draws",          "central_tCO2e",        "approach_1_se_tCO2e", "mean_tCO2e",
        "sd_tCO2e",       "median_tCO2e",         "q05_tCO2e",           "q95_tCO2e",
        "half_width_pct", "probability_positive", "probability_of_claim"};
    head.emplace_back("status");
    head.insert(head.end(), amounts.begin(), amounts.end());
    head.emplace_back("label");
    CsvText csv(head);
    for (std::size_t i = 0; i < results.readings.size(); ++i) {
        const ReadingResult& result = results.readings[i];
        const ReductionSpread* const spread = spread_of(results, i);
        std::vector<std::string> row{audit.zones[result.zone].zone.name};
        for (const Choice choice : all_choices())
            row.push_back(choice_text(audit, result.reading, choice));
        row.push_back(status_of(result, spread, results.readings.size()));
        const auto fields = spread != nullptr ? spread_fields(*spread) : std::vector<std::string>(amounts.size());
        row.insert(row.end(), fields.begin(), fields.end());
        row.push_back(reading_label(audit, result.reading.route));
        csv.add(row);
    }
    return csv.text();
}

std::string uncertainty_inputs_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "input", "part", "factors", "value", "unit", "standard_error", "distribution", "mean",
                 "slope_tCO2e_per_unit", "approach_1_share", "monte_carlo_share", "reason", "label"});
    const std::string label = reading_label(audit, results.default_reading.route);
    for (const ZoneUncertainty& zone : results.uncertainty.zones)
        add_inputs(audit.zones[zone.zone].zone.name, zone, label, csv);
    for (const FixedInput& fixed : results.fixed_inputs) {
        csv.add({audit.zones[fixed.zone].zone.name, fixed.name, "fixed", "", number_field(fixed.value), fixed.unit, "",
                 "", "", "", "", "", fixed.reason, label});
    }
    return csv.text();
}

std::string uncertainty_correlations_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "input_a", "input_b", "rho", "origin", "label"});
    const std::string label = reading_label(audit, results.default_reading.route);
    for (const ZoneUncertainty& zone : results.uncertainty.zones) {
        for (const InputCorrelation& pair : zone.correlations) {
            csv.add({audit.zones[zone.zone].zone.name, pair.one, pair.other, shortest(pair.coefficient), pair.place,
                     label});
        }
    }
    return csv.text();
}

std::string uncertainty_convergence_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "draws", "median_tCO2e", "q05_tCO2e", "q95_tCO2e", "median_error_tCO2e", "q05_error_tCO2e",
                 "q95_error_tCO2e", "label"});
    const std::string label = reading_label(audit, results.default_reading.route);
    for (const ZoneUncertainty& zone : results.uncertainty.zones) {
        for (const ConvergenceStep& step : zone.convergence) {
            const bool is_last = step.draws == zone.spread.draws;
            const auto error = [&](TonnesCO2e amount) { return is_last ? shortest(amount.value()) : std::string{}; };
            csv.add({audit.zones[zone.zone].zone.name, std::to_string(step.draws),
                     shortest(step.quantiles.median.value()), shortest(step.quantiles.q05.value()),
                     shortest(step.quantiles.q95.value()), error(zone.monte_carlo_error.median),
                     error(zone.monte_carlo_error.q05), error(zone.monte_carlo_error.q95), label});
        }
    }
    return csv.text();
}

std::string program_deductions_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"zone", "programme", "rule", "document", "status", "half_width_pct", "deduction_pct",
                 "nearest_step_pct", "distance_points", "credits", "buffered_credits", "buffer_balance",
                 "buffer_shortfall", "label"});
    const std::string label = reading_label(audit, results.default_reading.route);
    for (const ZoneDeductions& zone : results.uncertainty.deductions) {
        const std::string& name = audit.zones[zone.zone].zone.name;
        const ZoneUncertainty* const uncertainty = results.uncertainty.of(zone.zone);
        const auto half_width = uncertainty == nullptr ? std::nullopt : uncertainty->spread.half_width_pct;
        for (const ProgrammeDeduction& programme : zone.programmes) {
            const auto own = programme.half_width_pct ? programme.half_width_pct : half_width;
            const auto distance = half_width && programme.nearest_step_pct
                                      ? std::optional(*half_width - *programme.nearest_step_pct)
                                      : std::optional<double>{};
            csv.add({name, programme.programme, programme.rule, programme.document,
                     std::string(status_name(programme.credits)), number_field(own),
                     number_field(programme.deduction_pct), number_field(programme.nearest_step_pct),
                     number_field(distance), credits_field(programme.credits),
                     programme.buffered ? credits_field(*programme.buffered) : "",
                     programme.buffer ? credits_field(programme.buffer->balance) : "",
                     programme.buffer ? credits_field(programme.buffer->shortfall) : "", label});
        }
        if (uncertainty == nullptr) continue;
        for (const ConfidentCredits& credits : uncertainty->confident) {
            csv.add({name, "confidence " + shortest(credits.confidence), "credits reached with this probability", "",
                     std::string(status_name(credits.credits)), number_field(half_width), "", "", "",
                     credits_field(credits.credits), "", "", "", label});
        }
    }
    return csv.text();
}

}  // namespace reddline::report
