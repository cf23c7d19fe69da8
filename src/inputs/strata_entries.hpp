#pragma once

#include <string>
#include <vector>

#include "inputs/audit_file.hpp"
#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// Reads the [[strata]] entries of an audit file.
///
/// Errors: Error{audit_file} as parse_audit_file; also for a name that is a column of crosstab.csv.
[[nodiscard]] std::vector<StrataEntry> read_strata_entries(const TomlTable& audit_file);

/// The name of a strata map, as another entry gives it.
///
/// Errors: Error{audit_file} for a name that no map bears.
[[nodiscard]] std::string read_map_name(const TomlField& field, const std::vector<StrataEntry>& maps);

}  // namespace reddline::inputs
