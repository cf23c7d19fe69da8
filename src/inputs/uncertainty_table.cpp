#include "inputs/uncertainty_table.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "domain/error.hpp"
#include "domain/joined.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

constexpr std::array families{DistributionFamily::normal,     DistributionFamily::truncated_normal,
                              DistributionFamily::log_normal, DistributionFamily::beta,
                              DistributionFamily::triangular, DistributionFamily::bootstrap};

DistributionFamily read_family(const CsvTable& table, std::size_t row) {
    const std::string& found = table.text(row, "distribution");
    std::vector<std::string> known;
    for (const DistributionFamily family : families) {
        if (found == to_string(family)) return family;
        known.emplace_back(to_string(family));
    }
    table.fail(row, "distribution", "one of " + joined(known) + " (the nearest is " + nearest_name(found, known) + ")");
}

/// True when a distribution of that family has the parameter.
bool takes(DistributionFamily family, std::string_view parameter) {
    if (parameter == "standard_error")
        return family != DistributionFamily::triangular && family != DistributionFamily::bootstrap;
    if (parameter == "mode") return family == DistributionFamily::triangular;
    return family == DistributionFamily::truncated_normal || family == DistributionFamily::beta ||
           family == DistributionFamily::triangular;
}

std::optional<double> read_parameter(const CsvTable& table, std::size_t row, DistributionFamily family,
                                     const std::string& column) {
    if (!table.has(column)) return std::nullopt;
    const auto number = table.optional_number(row, column);
    if (number && !takes(family, column))
        table.fail(row, column, "nothing, since the distribution is " + std::string(to_string(family)),
                   "leave it empty");
    return number;
}

InputRule read_rule(const CsvTable& table, std::size_t row, const PlotValues& plots) {
    InputRule rule;
    rule.input = table.filled(row, "input");
    rule.family = read_family(table, row);
    rule.place = table.place(row);
    rule.standard_error = read_parameter(table, row, rule.family, "standard_error");
    if (rule.standard_error && *rule.standard_error < 0.0) table.fail(row, "standard_error", "a number of at least 0");
    rule.lower = read_parameter(table, row, rule.family, "lower");
    rule.mode = read_parameter(table, row, rule.family, "mode");
    rule.upper = read_parameter(table, row, rule.family, "upper");
    if (rule.family != DistributionFamily::bootstrap) return rule;
    const auto own = plots.find(rule.input);
    if (own != plots.end()) rule.plots = own->second;
    return rule;
}

}  // namespace

std::vector<InputRule> parse_input_rules(std::string_view text, const std::string& name, const PlotValues& plots) {
    const CsvTable table{text, name};
    table.expect_columns({"input", "distribution"}, {"standard_error", "lower", "mode", "upper"});
    std::vector<InputRule> rules;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        InputRule rule = read_rule(table, row, plots);
        if (std::ranges::find(rules, rule.input, &InputRule::input) != rules.end()) {
            throw Error(ErrorCode::table_malformed, rule.place,
                        "expected every input once, found " + in_quotes(rule.input) + " again; keep one of the lines");
        }
        rules.push_back(std::move(rule));
    }
    return rules;
}

void expect_bootstraps(const PlotValues& plots, const std::string& name, const std::vector<InputRule>& rules) {
    for (const auto& [input, values] : plots) {
        const auto rule = std::ranges::find(rules, input, &InputRule::input);
        if (rule != rules.end() && rule->family == DistributionFamily::bootstrap) continue;
        throw Error(ErrorCode::table_malformed, name,
                    "expected plots of inputs that [uncertainty] inputs names as bootstrap, found those of " +
                        in_quotes(input) + "; name it there as bootstrap, or take its plots out");
    }
}

PlotValues parse_plots(std::string_view text, const std::string& name) {
    const CsvTable table{text, name};
    table.expect_columns({"input", "value"}, {});
    PlotValues plots;
    for (std::size_t row = 0; row < table.rows(); ++row)
        plots[table.filled(row, "input")].push_back(table.number(row, "value"));
    return plots;
}

std::vector<InputCorrelation> parse_correlations(std::string_view text, const std::string& name) {
    const CsvTable table{text, name};
    table.expect_columns({"input_a", "input_b", "rho"}, {});
    std::vector<InputCorrelation> correlations;
    std::set<std::set<std::string>> pairs;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        InputCorrelation pair{table.filled(row, "input_a"), table.filled(row, "input_b"), table.number(row, "rho"),
                              table.place(row)};
        if (pair.coefficient < -1.0 || pair.coefficient > 1.0) table.fail(row, "rho", "a number from -1 to 1");
        if (pair.one == pair.other) table.fail(row, "input_b", "another input than input_a");
        if (!pairs.insert({pair.one, pair.other}).second) {
            throw Error(ErrorCode::table_malformed, pair.place,
                        "expected every pair once, found " + in_quotes(pair.one) + " and " + in_quotes(pair.other) +
                            " again; keep one of the lines");
        }
        correlations.push_back(std::move(pair));
    }
    return correlations;
}

}  // namespace reddline::inputs
