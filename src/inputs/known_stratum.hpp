#pragma once

#include <cstddef>
#include <string>

#include "domain/audit_case.hpp"
#include "inputs/csv_table.hpp"

namespace reddline::inputs {

/// A field that names a stratum of a legend or of the national matrix, which `audit` holds.
///
/// Errors: Error{table_malformed} naming the nearest one.
[[nodiscard]] std::string read_known_stratum(const CsvTable& table, std::size_t row, const std::string& column,
                                             const AuditCase& audit);

}  // namespace reddline::inputs
