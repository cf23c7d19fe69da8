#pragma once

#include <optional>

#include "inputs/audit_file.hpp"
#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// Reads the [claim] of an audit file; nothing when there is none. Its amount of credits stands as the item `credits`.
///
/// `known` holds the zones, the strata maps and the areas.
/// Errors: Error{audit_file} as parse_audit_file, also for a zone that is no project and for strata that are no map.
[[nodiscard]] std::optional<ClaimEntry> read_claim(const TomlTable& audit_file, const AuditFile& known);

}  // namespace reddline::inputs
