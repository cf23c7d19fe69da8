#pragma once

#include <optional>

#include "domain/sample_design.hpp"
#include "inputs/audit_file.hpp"
#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// Reads [sample_design] of an audit file; nothing when there is none. `known` holds the loss product, the strata maps and the
/// monitoring period, whose calendar years are those of the change where the design names none.
///
/// Errors: Error{audit_file} as parse_audit_file, also for keys that do not go together and for a design that neither has points nor
///         can tell how many it needs; Error{period_outside} when its years leave the loss product.
[[nodiscard]] std::optional<SampleRules> read_sample_design(const TomlTable& audit_file, const AuditFile& known);

}  // namespace reddline::inputs
