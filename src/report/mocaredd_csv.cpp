#include "report/mocaredd_csv.hpp"

#include <algorithm>
#include <vector>

#include "domain/number_text.hpp"
#include "report/csv_text.hpp"
#include "report/mocaredd_text.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

/// The half-width of the 90 % interval of a reduction; nothing where its median is not above 0.
std::optional<double> half_width_of(const WorkbookResult& result, const std::string& period) {
    for (const WorkbookAmount& amount : result.amounts) {
        if (amount.quantity == WorkbookQuantity::reduction && amount.period == period)
            return amount.spread.half_width_pct;
    }
    return std::nullopt;
}

}  // namespace

std::string workbook_emissions_csv(const MocareddWorkbook& workbook, const WorkbookResult& result) {
    CsvText csv({"transition", "period", "period_type", "activity", "from", "to", "area_ha_per_year",
                 "standard_error_ha_per_year", "emission_factor_tCO2e_per_ha", "emission_tCO2e_per_year",
                 "median_tCO2e_per_year", "q05_tCO2e_per_year", "q95_tCO2e_per_year"});
    for (const WorkbookEmission& emission : result.emissions) {
        const WorkbookTransition& transition = workbook.transitions[emission.transition];
        const WorkbookPeriod& period = workbook.periods[transition.period];
        csv.add({transition.name, period.name, period.type, transition.activity, transition.from, transition.to,
                 shortest(emission.area_ha_per_year), shortest(emission.standard_error_ha_per_year),
                 shortest(emission.factor.value()), number_field(emission.central),
                 number_field(emission.quantiles.median), number_field(emission.quantiles.q05),
                 number_field(emission.quantiles.q95)});
    }
    return csv.text();
}

std::string workbook_reductions_csv(const MocareddWorkbook& workbook, const WorkbookResult& result) {
    CsvText csv({"quantity",
                 "period",
                 "first_year",
                 "last_year",
                 "years",
                 "central_tCO2e",
                 "draws",
                 "central_tCO2e_per_year",
                 "approach_1_se_tCO2e_per_year",
                 "mean_tCO2e_per_year",
                 "sd_tCO2e_per_year",
                 "median_tCO2e_per_year",
                 "q05_tCO2e_per_year",
                 "q95_tCO2e_per_year",
                 "half_width_pct",
                 "median_error_tCO2e_per_year",
                 "q05_error_tCO2e_per_year",
                 "q95_error_tCO2e_per_year",
                 "confidence",
                 "lower_tCO2e_per_year",
                 "upper_tCO2e_per_year",
                 "probability_positive"});
    for (const WorkbookAmount& amount : result.amounts) {
        const ReductionSpread& spread = amount.spread;
        csv.add({quantity_name(amount.quantity),
                 amount.period,
                 std::to_string(amount.first_year),
                 std::to_string(amount.last_year),
                 std::to_string(amount.years),
                 number_field(static_cast<double>(amount.years) * spread.central),
                 std::to_string(spread.draws),
                 number_field(spread.central),
                 number_field(spread.approach_1_standard_error),
                 number_field(spread.mean),
                 number_field(spread.standard_deviation),
                 number_field(spread.quantiles.median),
                 number_field(spread.quantiles.q05),
                 number_field(spread.quantiles.q95),
                 number_field(spread.half_width_pct),
                 number_field(amount.monte_carlo_error.median),
                 number_field(amount.monte_carlo_error.q05),
                 number_field(amount.monte_carlo_error.q95),
                 shortest(workbook.confidence),
                 number_field(amount.lower),
                 number_field(amount.upper),
                 shortest(spread.share_positive)});
    }
    return csv.text();
}

std::string workbook_inputs_csv(const MocareddWorkbook& workbook, const WorkbookResult& result) {
    CsvText csv({"period", "input", "part", "value", "unit", "standard_error", "distribution", "mean",
                 "slope_tCO2e_per_year_per_unit", "approach_1_share", "monte_carlo_share"});
    for (const WorkbookReduction& reduction : result.reductions) {
        for (const InputShare& input : reduction.inputs) {
            csv.add({reduction.period, input.name, "covered", shortest(input.value), input.unit,
                     shortest(input.standard_error), std::string(to_string(input.family)), shortest(input.mean),
                     shortest(input.slope_tCO2e), shortest(input.approach_1_share), shortest(input.monte_carlo_share)});
        }
        csv.add({reduction.period, "of no input alone", "remainder", "", "", "", "", "", "", "",
                 shortest(reduction.unshared)});
        for (const WorkbookInput& input : workbook.inputs) {
            if (input.standard_error > 0.0) continue;
            csv.add({reduction.period, input.name, "fixed", shortest(input.value), input.unit, "", "", "", "", "", ""});
        }
    }
    return csv.text();
}

std::string workbook_deductions_csv(const WorkbookResult& result) {
    CsvText csv({"period", "programme", "rule", "document", "status", "half_width_pct", "deduction_pct",
                 "nearest_step_pct", "distance_points", "credits"});
    for (const WorkbookReduction& reduction : result.reductions) {
        const auto half_width = half_width_of(result, reduction.period);
        for (const ProgrammeDeduction& programme : reduction.programmes) {
            const auto own = programme.half_width_pct ? programme.half_width_pct : half_width;
            const auto distance = half_width && programme.nearest_step_pct
                                      ? std::optional(*half_width - *programme.nearest_step_pct)
                                      : std::optional<double>{};
            csv.add({reduction.period, programme.programme, programme.rule, programme.document,
                     std::string(status_name(programme.credits)), number_field(own),
                     number_field(programme.deduction_pct), number_field(programme.nearest_step_pct),
                     number_field(distance), std::to_string(programme.credits.tCO2e)});
        }
    }
    return csv.text();
}

std::string workbook_factors_csv(const MocareddWorkbook& workbook, const WorkbookResult& result) {
    CsvText csv({"stratum", "pool", "carbon_tC_per_ha", "standard_error", "source"});
    for (const WorkbookFactor& factor : result.factors) {
        csv.add({factor.land_use, "total", shortest(factor.density.value()), number_field(factor.standard_error),
                 workbook.name});
    }
    return csv.text();
}

}  // namespace reddline::report
