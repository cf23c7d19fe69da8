#pragma once

#include <string>

#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// The path of the table of areas that the [project] of an audit file names; empty without the section.
///
/// Errors: Error{audit_file} as parse_audit_file, also beside anything that is counted: [loss], [[zones]], [[strata]].
[[nodiscard]] std::string read_project_areas(const TomlTable& audit_file);

}  // namespace reddline::inputs
