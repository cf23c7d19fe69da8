#pragma once

#include <string>

#include "domain/count_basis.hpp"

namespace reddline::report {

/// crosstab.json: what the counts depend on, and the SHA-256 of the rasters and zones; `account` holds it against the
/// audit file. inputs::parse_count_basis reads it back.
[[nodiscard]] std::string count_basis_json(const CountBasis& basis);

}  // namespace reddline::report
