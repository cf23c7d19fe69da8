#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace reddline::report {

/// Takes a text piece by piece, as it is made.
using TextSink = std::function<void(std::string_view)>;

/// Appends a field: quoted when it holds a comma, quote or line break; what is not UTF-8 becomes U+FFFD.
void append_csv_field(std::string_view field, std::string& text);

/// Text of a CSV file (RFC 4180, line feed), built row by row.
class CsvText {
public:
    /// Starts with the names of the columns.
    explicit CsvText(const std::vector<std::string>& columns) { add(columns); }
    /// Adds a row.
    void add(const std::vector<std::string>& fields);
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

}  // namespace reddline::report
