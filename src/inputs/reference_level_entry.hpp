#pragma once

#include <optional>
#include <vector>

#include "inputs/audit_file.hpp"
#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// Reads the [reference_level] of an audit file; nothing when there is none.
///
/// Errors: Error{audit_file} as parse_audit_file; Error{period_outside} when a history leaves the years of `loss`.
[[nodiscard]] std::optional<ReferenceLevelEntry> read_reference_level(const TomlTable& audit_file,
                                                                      const std::vector<ZoneEntry>& zones,
                                                                      const std::optional<LossEntry>& loss);

/// Stops unless the loss product covers the year, which the field gives itself or in a date.
///
/// Errors: Error{period_outside} at the field. Without a loss product there is nothing to leave.
void expect_year_covered(const TomlField& field, int year, const std::optional<LossEntry>& loss);

}  // namespace reddline::inputs
