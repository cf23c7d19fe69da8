#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "domain/mocaredd_workbook.hpp"
#include "inputs/csv_table.hpp"

namespace reddline::inputs {

/// The columns of a value, its standard error and its distribution.
struct ValueColumns {
    std::string_view value;
    std::string_view standard_error;
    std::string_view distribution;
    std::string_view alpha;
    std::string_view beta;
};

/// What a value is: a beta distribution lies between 0 and 1, so that only a ratio may have one.
enum class ValueKind { amount, ratio };

/// Whether the draws of a normal distribution may be negative.
enum class NegativeDraws { kept, cut_off };

/// A standard error; 0 where the cell says NA, which takes the value as exact.
///
/// Errors: Error{table_malformed} for an empty cell and a negative number.
[[nodiscard]] double read_standard_error(const CsvTable& table, std::size_t row, std::string_view column);

/// The value of a row with its distribution; nothing where the cell says NA and no distribution gives the value.
///
/// Errors: Error{table_malformed} for an empty cell, a negative number, a distribution that is not known or that the
///         value cannot have, and a value that is not the mean of its beta distribution.
[[nodiscard]] std::optional<WorkbookInput> read_value(const CsvTable& table, std::size_t row,
                                                      const ValueColumns& columns, const std::string& name,
                                                      ValueKind kind, NegativeDraws negative);

}  // namespace reddline::inputs
