#pragma once

#include <string>
#include <string_view>

#include "domain/finding.hpp"

namespace reddline::inputs {

/// Reads findings as report::findings_csv writes them.
///
/// Errors: Error{table_malformed}.
[[nodiscard]] Findings parse_findings(std::string_view text, const std::string& name);

}  // namespace reddline::inputs
