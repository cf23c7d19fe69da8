#pragma once

#include <vector>

#include "inputs/audit_file.hpp"
#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// Reads the [[strata]] entries of an audit file.
///
/// Errors: Error{audit_file} as parse_audit_file; also for a name that is a column of crosstab.csv.
[[nodiscard]] std::vector<StrataEntry> read_strata_entries(const TomlTable& audit_file);

}  // namespace reddline::inputs
