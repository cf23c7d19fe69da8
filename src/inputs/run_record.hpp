#pragma once

#include <string>
#include <string_view>

#include "domain/provenance.hpp"

namespace reddline::inputs {

/// Reads run.json as report::run_json writes it.
///
/// Errors: Error{table_malformed} with `name` as subject when it is something else, of another schema, or names no input.
[[nodiscard]] Provenance parse_run_record(std::string_view text, const std::string& name);

}  // namespace reddline::inputs
