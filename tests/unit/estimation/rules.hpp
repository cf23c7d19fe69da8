#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/uncertainty_rules.hpp"

namespace reddline::tests {

/// A rule of that family for an input of that name, without parameters of its own.
inline InputRule rule_of(DistributionFamily family, const std::string& input = "evergreen/total") {
    InputRule rule;
    rule.input = input;
    rule.family = family;
    rule.place = "inputs.csv:2";
    return rule;
}

/// Correlations among inputs, of a file.
inline UncertaintyRules correlated(std::vector<InputCorrelation> pairs) {
    UncertaintyRules rules;
    rules.correlations = std::move(pairs);
    rules.correlation_file = "correlation.csv";
    return rules;
}

}  // namespace reddline::tests
