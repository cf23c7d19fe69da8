#pragma once

#include <string>
#include <string_view>

#include "domain/count_basis.hpp"

namespace reddline::inputs {

/// Reads crosstab.json as report::count_basis_json writes it.
///
/// Errors: Error{crosstab_mismatch} with `name` as subject when it is something else, or of another schema.
[[nodiscard]] CountBasis parse_count_basis(std::string_view text, const std::string& name);

}  // namespace reddline::inputs
