#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reddline::inputs {

/// The fields of one record.
using CsvFields = std::vector<std::string>;

/// What becomes of blanks around a field without quotes.
enum class Blanks { dropped, kept };

/// Parts the text of a CSV file (RFC 4180, comma) into records, piece by piece.
///
/// Errors: std::bad_alloc.
class CsvParser {
public:
    explicit CsvParser(Blanks blanks);
    ~CsvParser();
    CsvParser(const CsvParser&) = delete;
    CsvParser& operator=(const CsvParser&) = delete;

    /// The records that end in this piece, without blank lines; nothing when the text is not CSV.
    [[nodiscard]] std::optional<std::vector<CsvFields>> parse(std::string_view piece);
    /// The record that the end of the text ends, if any; nothing when a quoted field is still open.
    [[nodiscard]] std::optional<std::vector<CsvFields>> finish();
    /// True when a record or a blank line ended in the last piece.
    [[nodiscard]] bool ended_record() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace reddline::inputs
