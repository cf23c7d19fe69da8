#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reddline::inputs {

/// The text without the blanks around it.
[[nodiscard]] std::string trimmed(std::string_view text, std::string_view blanks = " \t");

/// The text of a CSV file (RFC 4180, UTF-8, comma) with named columns.
///
/// Errors: every member that can fail throws Error{table_malformed} with `name:line` as subject. Asking for a column
///         that the table has not is our own mistake: `expect_columns` and `has` come first.
class CsvTable {
public:
    /// A line by its number, or the first of several where quotes hold line breaks.
    struct Line {
        std::size_t number = 1;
        std::vector<std::string> fields;
    };

    /// Reads the text. The first line names the columns; empty lines are skipped; a byte order mark is allowed. Lines
    /// are counted as an editor counts them, so a line break inside quotes counts.
    CsvTable(std::string_view text, std::string name);
    /// Takes lines that are apart already, the first of which names the columns.
    CsvTable(std::vector<Line> lines, std::string name);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
    [[nodiscard]] std::size_t rows() const { return rows_.size(); }
    [[nodiscard]] bool has(std::string_view column) const;
    /// Throws unless every column is known and every required one is there.
    void expect_columns(const std::vector<std::string>& required, const std::vector<std::string>& optional) const;

    /// A field as text, without the blanks around it.
    [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const;
    /// A field as text that is not empty.
    [[nodiscard]] const std::string& filled(std::size_t row, std::string_view column) const;
    /// A field as a finite number.
    [[nodiscard]] double number(std::size_t row, std::string_view column) const;
    /// A field as a number; nothing when it is empty.
    [[nodiscard]] std::optional<double> optional_number(std::size_t row, std::string_view column) const;
    /// A field as a whole number.
    [[nodiscard]] std::int64_t integer(std::size_t row, std::string_view column) const;
    /// The error for a field: what was expected; what was found is added.
    [[noreturn]] void fail(std::size_t row, std::string_view column, const std::string& expected,
                           const std::string& remedy = "correct this line") const;
    /// `name:line` of a row, for errors about more than one field.
    [[nodiscard]] std::string place(std::size_t row) const;

private:
    [[nodiscard]] std::size_t column_index(std::string_view column) const;
    void expect_distinct_columns() const;

    std::string name_;
    std::size_t header_line_ = 1;
    std::vector<std::string> columns_;
    std::vector<Line> rows_;
};

}  // namespace reddline::inputs
