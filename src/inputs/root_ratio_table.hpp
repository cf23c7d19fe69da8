#pragma once

#include <map>
#include <string>
#include <string_view>

#include "inputs/audit_file.hpp"

namespace reddline::inputs {

/// Reads ratios of below-ground to above-ground biomass, `stratum,root_ratio,source`, by stratum.
///
/// Errors: Error{table_malformed} for a ratio that is negative or above 10, a field that is empty, or a stratum given twice.
[[nodiscard]] std::map<std::string, SourcedNumber> parse_root_ratios(std::string_view text, const std::string& name);

}  // namespace reddline::inputs
