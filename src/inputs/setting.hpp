#pragma once

#include <string>

#include "inputs/toml_document.hpp"

namespace reddline::inputs {

/// Replaces or adds one value of an audit file. `setting` is `key=value`: a dotted key, in which an entry of a list of
/// tables goes by its name or by its number from 1, and a TOML value.
///
/// Errors: Error{audit_file} for a setting that is none, a value that is no TOML, a key below something that is no
///         table, and an entry that is not there. A key that no audit file has is left to the reader of the document.
void apply_setting(const std::string& setting, TomlValue& document);

}  // namespace reddline::inputs
