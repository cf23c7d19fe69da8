#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/reference_sample.hpp"
#include "inputs/audit_file.hpp"

namespace reddline::inputs {

/// Reads a table of single points, such as Collect Earth, AcATaMa or QGIS export it, by the names that `entry` gives to its
/// columns; other columns are not looked at. Rows that do not meet its condition are left out.
///
/// Errors: Error{table_malformed} for a column that is not there, an empty class, stratum or zone, a stratum that `strata` does
///         not list, the same id or the same coordinates again, and a condition that no row meets.
[[nodiscard]] std::vector<SampledPoints> parse_sample_points(std::string_view text, const PointsEntry& entry,
                                                             const std::vector<SampledStratum>& strata);

}  // namespace reddline::inputs
