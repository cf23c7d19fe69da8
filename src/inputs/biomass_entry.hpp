#pragma once

#include <optional>

#include "inputs/audit_file.hpp"
#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// Reads [biomass]; nothing where the audit file has none.
///
/// Errors: Error{audit_file} for a missing key, two forms of the root ratio, a strata map that is not listed, or a section beside
///         tables alone; Error{period_outside} for a year after the loss product, or before the year of its cover.
[[nodiscard]] std::optional<BiomassEntry> read_biomass(const TomlTable& audit_file, const AuditFile& known);

}  // namespace reddline::inputs
