#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/text_sheet.hpp"
#include "inputs/csv_table.hpp"

namespace reddline::inputs {

/// The four sheets of a mocaredd workbook with the columns of its template.
struct MocareddSheets {
    CsvTable settings;                ///< user_inputs
    CsvTable periods;                 ///< time_periods
    CsvTable transitions;             ///< AD_lu_transitions
    CsvTable stocks;                  ///< c_stocks
    std::vector<std::string> unread;  ///< further sheets
};

/// Finds the sheets and checks their columns; a row's place is `name/sheet:row`.
///
/// Errors: Error{table_malformed} for a sheet or column that is missing, and a column that the template has not.
[[nodiscard]] MocareddSheets mocaredd_sheets(std::span<const TextSheet> sheets, const std::string& name);

/// True for a cell that holds nothing, or NA as the template writes it.
[[nodiscard]] bool is_absent(const CsvTable& table, std::size_t row, std::string_view column);
/// A number of at least 0; nothing where the cell is absent.
[[nodiscard]] std::optional<double> optional_amount(const CsvTable& table, std::size_t row, std::string_view column);
/// TRUE or FALSE.
[[nodiscard]] bool flag(const CsvTable& table, std::size_t row, std::string_view column);
/// One of several words.
[[nodiscard]] std::string one_of(const CsvTable& table, std::size_t row, std::string_view column,
                                 const std::vector<std::string>& words);

}  // namespace reddline::inputs
