#pragma once

#include <string>

#include "domain/uncertainty_rules.hpp"
#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// Fewer leave no draw beyond the quantiles of a batch; more than a million only fill the memory.
inline constexpr int fewest_draws = 1000;
inline constexpr int most_draws = 1'000'000;

/// [uncertainty]: what the audit file itself says, and the tables that say the rest.
struct UncertaintyEntry {
    UncertaintyRules rules;   ///< without what the tables say
    std::string inputs;       ///< path of the distributions; empty = not given
    std::string plots;        ///< path of the plot values of bootstraps; empty = not given
    std::string correlation;  ///< path of the correlations; empty = not given
};

/// Reads [uncertainty]; what an audit without the section has where there is none.
///
/// Errors: Error{audit_file} as parse_audit_file; for a confidence that is not between 0 and 1, and for plots without
///         distributions.
[[nodiscard]] UncertaintyEntry read_uncertainty(const TomlTable& audit_file);

}  // namespace reddline::inputs
