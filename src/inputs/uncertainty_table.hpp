#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/uncertainty_rules.hpp"

namespace reddline::inputs {

/// Plot values by the input that they belong to.
using PlotValues = std::map<std::string, std::vector<double>>;

/// Reads the distributions of inputs: input, distribution, and optionally standard_error, lower, mode and upper.
///
/// `name` is the path for messages, `plots` holds the values of bootstrap inputs.
/// Errors: Error{table_malformed} with `name:line` for an unknown distribution, an input given twice, a negative standard
///         error, a bootstrap without plots, and a parameter that the distribution does not have.
[[nodiscard]] std::vector<InputRule> parse_input_rules(std::string_view text, const std::string& name,
                                                       const PlotValues& plots);

/// Stops at plots, of the file `name`, that no rule asks for.
///
/// Errors: Error{table_malformed} naming the input.
void expect_bootstraps(const PlotValues& plots, const std::string& name, const std::vector<InputRule>& rules);

/// Reads plot values: input, value.
///
/// Errors: Error{table_malformed} with `name:line`.
[[nodiscard]] PlotValues parse_plots(std::string_view text, const std::string& name);

/// Reads correlations: input_a, input_b, rho.
///
/// Errors: Error{table_malformed} with `name:line` for a coefficient beyond -1 to 1, an input with itself, and a pair given
///         twice.
[[nodiscard]] std::vector<InputCorrelation> parse_correlations(std::string_view text, const std::string& name);

}  // namespace reddline::inputs
