#include <algorithm>

#include "report/column_families.hpp"
#include "report/shared_columns.hpp"

namespace reddline::report {

namespace {

/// The columns of readings.csv that say what a reading is.
std::vector<Column> choice_columns() {
    const std::vector<TableColumns> tables = reading_columns();
    const std::vector<Column>& readings = tables.front().columns;
    const auto end = std::ranges::find(readings, "reference_level_tCO2e", &Column::name);
    return {readings.begin(), end};
}

TableColumns spread_columns() {
    std::vector<Column> columns = choice_columns();
    const std::vector<Column> amounts{
        {"status", ColumnType::string, "",
         "computed, refused, no-standard-error, or too-many-readings (beyond 10,000 the default reading alone)"},
        {"draws", ColumnType::integer, "draws",
         "of the Monte Carlo (Eq. 29); readings beside the default may have fewer"},
        {"central_tCO2e", ColumnType::number, "tCO2e",
         "reductions at the stated values: reduction_tCO2e of readings.csv"},
        {"approach_1_se_tCO2e", ColumnType::number, "tCO2e", "their standard error by error propagation (Eq. 28)"},
        {"mean_tCO2e", ColumnType::number, "tCO2e", "mean of the draws"},
        {"sd_tCO2e", ColumnType::number, "tCO2e", "standard deviation of the draws"},
        {"median_tCO2e", ColumnType::number, "tCO2e", "median of the draws"},
        {"q05_tCO2e", ColumnType::number, "tCO2e", "5 % quantile of the draws"},
        {"q95_tCO2e", ColumnType::number, "tCO2e", "95 % quantile of the draws"},
        {"half_width_pct", ColumnType::number, "%",
         "half of the 90 % interval, of the median; empty where the median is not above 0"},
        {"probability_positive", ColumnType::number, "", "share of the draws with a reduction above 0"},
        {"probability_of_claim", ColumnType::number, "",
         "share of the draws that give at least the claimed credits; empty without a claim"},
        label};
    columns.insert(columns.end(), amounts.begin(), amounts.end());
    return {"uncertainty.csv", columns, {}};
}

}  // namespace

std::vector<TableColumns> uncertainty_columns() {
    return {
        spread_columns(),
        {"uncertainty_inputs.csv",
         {
             zone,
             {"input", ColumnType::string, "", "name of the input, as tables of [uncertainty] have it"},
             {"part", ColumnType::string, "",
              "covered (the interval covers its error), remainder (variance of no input alone) or fixed (taken as "
              "exact)"},
             {"factors", ColumnType::string, "", "the factor set of a carbon density"},
             {"value", ColumnType::number, "", "as stated, in the unit of the row"},
             {"unit", ColumnType::string, "", "of the value"},
             {"standard_error", ColumnType::number, "", "as stated, or of the distribution where that gives it"},
             {"distribution", ColumnType::string, "",
              "normal, truncated-normal, log-normal, beta, triangular or bootstrap"},
             {"mean", ColumnType::number, "", "of the distribution"},
             {"slope_tCO2e_per_unit", ColumnType::number, "tCO2e",
              "what the reductions gain for one unit of the input, at the stated values"},
             {"approach_1_share", ColumnType::number, "", "part of the variance by error propagation (Eq. 28)"},
             {"monte_carlo_share", ColumnType::number, "",
              "part of the variance of the draws; they sum to 1 in a zone"},
             {"reason", ColumnType::string, "", "why it is taken as exact"},
             label,
         },
         {"zone", "input"}},
        {"uncertainty_correlations.csv",
         {
             zone,
             {"input_a", ColumnType::string, "", "name of one input of uncertainty_inputs.csv"},
             {"input_b", ColumnType::string, "", "name of the other"},
             {"rho", ColumnType::number, "", "their correlation, from -1 to 1"},
             {"origin", ColumnType::string, "",
              "sample (the sample that estimated both areas gives it), plots (both pools were measured on them), or "
              "the line of the table that gives it"},
             label,
         },
         {"zone", "input_a", "input_b"}},
        {"uncertainty_convergence.csv",
         {
             zone,
             {"draws", ColumnType::integer, "draws", "the first draws, so many"},
             {"median_tCO2e", ColumnType::number, "tCO2e", "median of the reductions after them"},
             {"q05_tCO2e", ColumnType::number, "tCO2e", "5 % quantile"},
             {"q95_tCO2e", ColumnType::number, "tCO2e", "95 % quantile"},
             {"median_error_tCO2e", ColumnType::number, "tCO2e",
              "Monte Carlo standard error of the median, from twenty batches; with all draws only"},
             {"q05_error_tCO2e", ColumnType::number, "tCO2e", "likewise of the 5 % quantile"},
             {"q95_error_tCO2e", ColumnType::number, "tCO2e", "likewise of the 95 % quantile"},
             label,
         },
         {"zone", "draws"}},
        {"program_deductions.csv",
         {
             zone,
             {"programme", ColumnType::string, "",
              "none, VCS, TREES, FCPF, or confidence and a probability: the credits reached with it"},
             {"rule", ColumnType::string, "", "in words"},
             {"document", ColumnType::string, "", "where the rule stands"},
             {"status", ColumnType::string, "", "creditable, or not-creditable where no credits are left"},
             {"half_width_pct", ColumnType::number, "%",
              "half of the 90 % interval, of the median, or of the mean in the row of TREES; empty where not above 0"},
             {"deduction_pct", ColumnType::number, "%",
              "what the programme would deduct; empty where its rule credits nothing"},
             {"nearest_step_pct", ColumnType::number, "%", "the half-width nearest by at which the rule changes"},
             {"distance_points", ColumnType::number, "%", "half-width less that step, in percentage points"},
             {"credits", ColumnType::integer, "tCO2e", "after the deduction, whole tonnes"},
             {"buffered_credits", ColumnType::integer, "tCO2e", "of these, set aside by [buffer]; empty without one"},
             {"buffer_balance", ColumnType::integer, "tCO2e",
              "of the buffer account once these are added (docs/equations.md, Buffer account); empty without a ledger"},
             {"buffer_shortfall", ColumnType::integer, "tCO2e",
              "credits that the account lacks and that would have to be replaced; empty without a ledger"},
             label,
         },
         {"zone", "programme"}},
    };
}

}  // namespace reddline::report
