#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/reference_sample.hpp"

namespace reddline::inputs {

/// Reads an error matrix: the first column is the class of the map, which is the stratum, and every other column a class of
/// the reference, with its number of points.
///
/// Errors: Error{table_malformed} for a class of the map that `strata` does not list or that comes twice, a reference class
///         without a name, and a count that is negative or not whole.
[[nodiscard]] std::vector<SampledPoints> parse_error_matrix(std::string_view text, const std::string& name,
                                                            const std::vector<SampledStratum>& strata);

}  // namespace reddline::inputs
