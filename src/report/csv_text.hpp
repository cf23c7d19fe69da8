#pragma once

#include <string>
#include <vector>

namespace reddline::report {

/// Text of a CSV file (RFC 4180, line feed), built row by row.
class CsvText {
public:
    /// Starts with the names of the columns.
    explicit CsvText(const std::vector<std::string>& columns) { add(columns); }
    /// Adds a row; fields with a comma, quote or line break are quoted, and what is not UTF-8 becomes U+FFFD.
    void add(const std::vector<std::string>& fields);
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

}  // namespace reddline::report
