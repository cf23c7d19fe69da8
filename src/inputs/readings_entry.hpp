#pragma once

#include "domain/reading_limits.hpp"
#include "inputs/toml_table.hpp"

namespace reddline::inputs {

/// Reads the [readings] of an audit file: which values of a choice are crossed. No entry without the section.
///
/// Whether the inputs allow a value is not known here, unless no input could.
/// Errors: Error{audit_file} as parse_audit_file, also for an empty list, a value given twice, and a word that no
///         reading knows.
[[nodiscard]] ReadingLimits read_reading_limits(const TomlTable& audit_file);

}  // namespace reddline::inputs
