#include "domain/uncertainty_rules.hpp"

#include <algorithm>

namespace reddline {

std::string_view to_string(DistributionFamily family) {
    switch (family) {
        case DistributionFamily::normal:
            return "normal";
        case DistributionFamily::truncated_normal:
            return "truncated-normal";
        case DistributionFamily::log_normal:
            return "log-normal";
        case DistributionFamily::beta:
            return "beta";
        case DistributionFamily::triangular:
            return "triangular";
        case DistributionFamily::bootstrap:
            return "bootstrap";
    }
    return "unknown";
}

bool has_own_error(const InputRule& rule) {
    return rule.family == DistributionFamily::triangular || rule.family == DistributionFamily::bootstrap;
}

const InputRule* rule_of(const UncertaintyRules& rules, const std::string& input) {
    const auto found = std::ranges::find(rules.inputs, input, &InputRule::input);
    return found == rules.inputs.end() ? nullptr : &*found;
}

bool errs(const UncertaintyRules& rules, const std::string& input, std::optional<double> stated_error) {
    const InputRule* const rule = rule_of(rules, input);
    if (rule != nullptr && has_own_error(*rule)) return true;
    const auto& error = rule != nullptr && rule->standard_error ? rule->standard_error : stated_error;
    return error.value_or(0.0) > 0.0;
}

}  // namespace reddline
