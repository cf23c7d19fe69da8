#pragma once

#include <optional>

#include "inputs/audit_file.hpp"
#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// Reads the [reference_level] of an audit file; nothing when there is none. Its sources stand in the order
/// transitions, rates, national keys, histories, whatever their order in the text.
///
/// `known` holds the loss product, the zones and the areas.
/// Errors: Error{audit_file} as parse_audit_file, also when there is no source or two have one name;
///         Error{period_outside} when a history leaves the loss product.
[[nodiscard]] std::optional<ReferenceLevelEntry> read_reference_level(const TomlTable& audit_file,
                                                                      const AuditFile& known);

}  // namespace reddline::inputs
