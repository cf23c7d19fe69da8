#pragma once

#include <vector>

#include "domain/national_level.hpp"
#include "inputs/audit_file.hpp"
#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// Reads a national reference level: one result per key that allots it, in the order of `share`. Where there is no
/// `share`, it is every key where the nation is a zone (`jurisdiction`), else every key whose national total is given.
///
/// Errors: Error{audit_file} for a key named twice, a key with neither a national total nor a jurisdiction, a key of past
///         change without a history, a total or a level that is not above 0; and those of read_history.
/// Source: docs/equations.md, Eq. 18
[[nodiscard]] std::vector<NationalLevel> read_national(const TomlTable& national, const AuditFile& known);

}  // namespace reddline::inputs
