#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/history_rule.hpp"
#include "inputs/audit_file.hpp"
#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// Reads a history: `start` and `end`, and optionally whose it is (`zone`) and how it carries over (`scale`).
/// `further_keys` are what its table may hold besides.
///
/// Errors: Error{audit_file} for a zone that no entry of `known` makes, and for a scale without a zone: every zone's own
///         history is taken as it is; Error{period_outside} when it leaves the loss product of `known`.
/// Source: docs/equations.md, Eq. 19
[[nodiscard]] HistoryRule read_history(const TomlField& field, const AuditFile& known,
                                       const std::vector<std::string>& further_keys);

/// Stops unless the loss product covers the year, which the field gives itself or in a date.
///
/// Errors: Error{period_outside} at the field. Without a loss product there is nothing to leave.
void expect_year_covered(const TomlField& field, int year, const std::optional<LossEntry>& loss);

}  // namespace reddline::inputs
