#include "report/column_families.hpp"

namespace reddline::report {

namespace {

TableColumns emission_columns() {
    return {
        "workbook_emissions.csv",
        {
            {"transition", ColumnType::string, "", "trans_id of the workbook"},
            {"period", ColumnType::string, "", "its time period"},
            {"period_type", ColumnType::string, "", "REF or MON, with a number where the workbook has one"},
            {"activity", ColumnType::string, "", "DF deforestation, DG degradation, EN enhancement (EN_AF, EN_RE)"},
            {"from", ColumnType::string, "", "land use before, lu_initial_id"},
            {"to", ColumnType::string, "", "land use after, lu_final_id"},
            {"area_ha_per_year", ColumnType::number, "ha/yr",
             "area, by the years of its period where the workbook gives hectares"},
            {"standard_error_ha_per_year", ColumnType::number, "ha/yr", "likewise; 0 = taken as exact"},
            {"emission_factor_tCO2e_per_ha", ColumnType::number, "tCO2e/ha", "stock before less stock after, x 44/12"},
            {"emission_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "at the stated values; below 0 = a removal"},
            {"median_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "median of the draws"},
            {"q05_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "5 % quantile of the draws"},
            {"q95_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "95 % quantile of the draws"},
        },
        {"transition"}};
}

TableColumns reduction_columns() {
    return {
        "workbook_reductions.csv",
        {
            {"quantity", ColumnType::string, "",
             "period-emissions of one time period, reference-level, emissions of a monitoring period, or reduction"},
            {"period", ColumnType::string, "", "time period, REF, or kind of monitoring period such as MON1"},
            {"first_year", ColumnType::integer, "", "first year of it"},
            {"last_year", ColumnType::integer, "", "last year of it"},
            {"years", ColumnType::integer, "years", "years that its time periods hold together"},
            {"central_tCO2e", ColumnType::number, "tCO2e", "of all these years, at the stated values"},
            {"draws", ColumnType::integer, "draws", "of the Monte Carlo (Eq. 29)"},
            {"central_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "at the stated values"},
            {"approach_1_se_tCO2e_per_year", ColumnType::number, "tCO2e/yr",
             "standard error by error propagation (Eq. 28)"},
            {"mean_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "mean of the draws"},
            {"sd_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "standard deviation of the draws"},
            {"median_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "median of the draws"},
            {"q05_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "5 % quantile of the draws"},
            {"q95_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "95 % quantile of the draws"},
            {"half_width_pct", ColumnType::number, "%",
             "half of the 90 % interval, of the median; empty where the median is not above 0"},
            {"median_error_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "Monte Carlo standard error of the median"},
            {"q05_error_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "likewise of the 5 % quantile"},
            {"q95_error_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "likewise of the 95 % quantile"},
            {"confidence", ColumnType::number, "", "conf_level of the workbook"},
            {"lower_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "lower end of the interval of that confidence"},
            {"upper_tCO2e_per_year", ColumnType::number, "tCO2e/yr", "its upper end"},
            {"probability_positive", ColumnType::number, "", "share of the draws above 0"},
        },
        {"quantity", "period"}};
}

TableColumns input_columns() {
    return {"workbook_inputs.csv",
            {
                {"period", ColumnType::string, "", "kind of monitoring period whose reductions it is about"},
                {"input", ColumnType::string, "",
                 "trans_id of an area, land use and pool of a stock, or carbon fraction; or of no input alone"},
                {"part", ColumnType::string, "",
                 "covered (the interval covers its error), remainder (variance of no input alone) or fixed (taken as "
                 "exact)"},
                {"value", ColumnType::number, "",
                 "as stated, or the mean of its beta distribution, in the unit of the row"},
                {"unit", ColumnType::string, "", "of the value"},
                {"standard_error", ColumnType::number, "", "as stated, or of its beta distribution"},
                {"distribution", ColumnType::string, "", "normal, truncated-normal or beta"},
                {"mean", ColumnType::number, "", "of the distribution"},
                {"slope_tCO2e_per_year_per_unit", ColumnType::number, "tCO2e/yr",
                 "what the reductions of a year gain for one unit of the input, at the stated values"},
                {"approach_1_share", ColumnType::number, "", "part of the variance by error propagation (Eq. 28)"},
                {"monte_carlo_share", ColumnType::number, "",
                 "part of the variance of the draws; they sum to 1 in a period"},
            },
            {"period", "input"}};
}

TableColumns deduction_columns() {
    return {
        "workbook_deductions.csv",
        {
            {"period", ColumnType::string, "", "kind of monitoring period"},
            {"programme", ColumnType::string, "", "none, VCS, TREES or FCPF"},
            {"rule", ColumnType::string, "", "in words"},
            {"document", ColumnType::string, "", "where the rule stands"},
            {"status", ColumnType::string, "", "creditable, or not-creditable where no credits are left"},
            {"half_width_pct", ColumnType::number, "%",
             "half of the 90 % interval, of the median, or of the mean in the row of TREES; empty where not above 0"},
            {"deduction_pct", ColumnType::number, "%",
             "what the programme would deduct; empty where its rule credits nothing"},
            {"nearest_step_pct", ColumnType::number, "%", "the half-width nearest by at which the rule changes"},
            {"distance_points", ColumnType::number, "%", "half-width less that step, in percentage points"},
            {"credits", ColumnType::integer, "tCO2e", "of all years of the period after the deduction, whole tonnes"},
        },
        {"period", "programme"}};
}

TableColumns workbook_factor_columns() {
    return {"workbook_factors.csv",
            {
                {"stratum", ColumnType::string, "", "lu_id of the workbook"},
                {"pool", ColumnType::string, "", "total, since the errors of single pools go together"},
                {"carbon_tC_per_ha", ColumnType::number, "tC/ha", "at the stated values"},
                {"standard_error", ColumnType::number, "tC/ha",
                 "by error propagation; empty where all of it is taken as exact"},
                {"source", ColumnType::string, "", "name of the workbook"},
            },
            {"stratum", "pool"}};
}

}  // namespace

std::vector<TableColumns> mocaredd_columns() {
    return {emission_columns(), reduction_columns(), input_columns(), deduction_columns(), workbook_factor_columns()};
}

}  // namespace reddline::report
