#pragma once

#include <string>
#include <string_view>

#include "domain/stratum.hpp"

namespace reddline::inputs {

/// Reads a legend: `code,stratum,forest[,excluded]`, flags 0 or 1; an excluded stratum is not forest, so both flags
/// at 1 are an error.
///
/// Errors: Error{table_malformed} with the line.
[[nodiscard]] Legend parse_legend(std::string_view text, const std::string& name);

/// Reads a legend whose codes stand in the column `code_column` instead of `code`.
///
/// Errors: Error{table_malformed} with the line.
[[nodiscard]] Legend parse_legend_of(std::string_view text, const std::string& name, const std::string& code_column);

/// True for a first line that names the columns of a legend.
[[nodiscard]] bool heads_legend(std::string_view header);

}  // namespace reddline::inputs
