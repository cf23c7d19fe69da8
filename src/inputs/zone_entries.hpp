#pragma once

#include <string>
#include <vector>

#include "inputs/audit_file.hpp"
#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// Reads the [[zones]] entries of an audit file.
///
/// Errors: Error{audit_file} as parse_audit_file; also for a belt whose `project` names no project zone, or that has
///         none although there are several projects.
[[nodiscard]] std::vector<ZoneEntry> read_zone_entries(const TomlTable& audit_file);

/// The name of a zone, as another entry gives it. Zones of an entry with `split_by` are named `entry/value`; whether
/// the value occurs is known only once the source is open, and so are all names of the table that [project] gives.
///
/// Errors: Error{audit_file} when no entry of `known` makes such a zone.
[[nodiscard]] std::string read_zone_name(const TomlField& field, const AuditFile& known);

/// The name of a zone of role project, likewise.
[[nodiscard]] std::string read_project_name(const TomlField& field, const AuditFile& known);

}  // namespace reddline::inputs
