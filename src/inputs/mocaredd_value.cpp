#include "inputs/mocaredd_value.hpp"

#include <cmath>

#include "domain/number_text.hpp"
#include "inputs/mocaredd_sheets.hpp"

namespace reddline::inputs {

namespace {

/// Means in sheets are rounded; beyond this share of the mean they speak of something else.
constexpr double most_rounding = 0.005;

double parameter(const CsvTable& table, std::size_t row, std::string_view column) {
    const auto value = optional_amount(table, row, column);
    if (!value || *value <= 0.0) table.fail(row, column, "a number above 0 for the beta distribution");
    return *value;
}

/// A beta distribution between 0 and 1 by its two parameters.
void take_beta(const CsvTable& table, std::size_t row, const ValueColumns& columns, WorkbookInput& input) {
    const double alpha = parameter(table, row, columns.alpha);
    const double beta = parameter(table, row, columns.beta);
    const double sum = alpha + beta;
    input.value = alpha / sum;
    input.standard_error = std::sqrt(alpha * beta / (sum * sum * (sum + 1.0)));
    input.rule.family = DistributionFamily::beta;
    input.rule.lower = 0.0;
    input.rule.upper = 1.0;
    const auto stated = optional_amount(table, row, columns.value);
    if (stated && std::abs(*stated - input.value) > most_rounding * input.value) {
        table.fail(row, columns.value, "the mean " + shortest(input.value) + " of its beta distribution, or NA");
    }
}

void take_normal(const CsvTable& table, std::size_t row, const ValueColumns& columns, NegativeDraws negative,
                 WorkbookInput& input) {
    const auto value = optional_amount(table, row, columns.value);
    if (!value) table.fail(row, columns.value, "a number for the normal distribution");
    input.value = *value;
    input.standard_error = read_standard_error(table, row, columns.standard_error);
    input.rule.family =
        negative == NegativeDraws::cut_off ? DistributionFamily::truncated_normal : DistributionFamily::normal;
}

}  // namespace

double read_standard_error(const CsvTable& table, std::size_t row, std::string_view column) {
    // A formula without its value reads as an empty cell, and must not pass for an exact number.
    if (table.text(row, column).empty()) table.fail(row, column, "a number, or NA where there is no standard error");
    return optional_amount(table, row, column).value_or(0.0);
}

std::optional<WorkbookInput> read_value(const CsvTable& table, std::size_t row, const ValueColumns& columns,
                                        const std::string& name, ValueKind kind, NegativeDraws negative) {
    if (is_absent(table, row, columns.value) && is_absent(table, row, columns.alpha)) {
        // A formula without its value reads as an empty cell, and must not pass for a row that is meant to be left out.
        if (table.text(row, columns.value).empty())
            table.fail(row, columns.value, "a number, or NA where there is none");
        return std::nullopt;
    }
    WorkbookInput input;
    input.name = name;
    input.rule.input = name;
    input.rule.place = table.place(row);
    const std::string distribution = one_of(table, row, columns.distribution, {"normal", "beta"});
    if (distribution == "normal") {
        take_normal(table, row, columns, negative, input);
    } else if (kind == ValueKind::ratio) {
        take_beta(table, row, columns, input);
    } else {
        table.fail(row, columns.distribution,
                   "normal, since a beta distribution lies between 0 and 1 and only a ratio does");
    }
    return input;
}

}  // namespace reddline::inputs
