#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reddline {

/// How an uncertain input is distributed (Eq. 29).
enum class DistributionFamily { normal, truncated_normal, log_normal, beta, triangular, bootstrap };

/// The family as it stands in tables, such as `log-normal`.
[[nodiscard]] std::string_view to_string(DistributionFamily family);

/// What an audit file says of the distribution of one input.
struct InputRule {
    std::string input;  ///< its name, such as "evergreen forest/total"
    DistributionFamily family = DistributionFamily::normal;
    std::optional<double> standard_error{};  ///< instead of that of the table
    std::optional<double> lower{};
    std::optional<double> mode{};
    std::optional<double> upper{};
    std::vector<double> plots{};  ///< of a bootstrap: the values that are resampled
    std::string place;            ///< file and line, for messages
};

/// True when a distribution has an error of its own, whatever a table states.
[[nodiscard]] bool has_own_error(const InputRule& rule);

/// How two inputs go together: a coefficient from -1 to 1.
struct InputCorrelation {
    std::string one;
    std::string other;
    double coefficient = 0.0;
    std::string place;  ///< file and line, for messages
};

/// How uncertainty is computed.
struct UncertaintyRules {
    std::uint64_t draws = 100'000;
    std::uint64_t seed = 1;
    std::vector<double> confidence{0.5, 0.9};
    std::vector<InputRule> inputs;
    std::vector<InputCorrelation> correlations;
    std::string correlation_file;  ///< for messages; empty without one
};

/// The rule of an input; null where there is none.
[[nodiscard]] const InputRule* rule_of(const UncertaintyRules& rules, const std::string& input);

/// True when an input errs: as its rule says, else as its table states.
[[nodiscard]] bool errs(const UncertaintyRules& rules, const std::string& input, std::optional<double> stated_error);

}  // namespace reddline
