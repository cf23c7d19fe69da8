#pragma once

#include <optional>

#include "inputs/audit_file.hpp"
#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// Reads the [sample] of an audit file; nothing when there is none.
///
/// `known` holds the zones and the areas.
/// Errors: Error{audit_file} as parse_audit_file, also for a design that no estimator here fits, with what to do, and where the
///         keys do not go together.
[[nodiscard]] std::optional<SampleEntry> read_sample(const TomlTable& audit_file, const AuditFile& known);

}  // namespace reddline::inputs
