#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/number_text.hpp"
#include "domain/units.hpp"

namespace reddline::report {

/// Takes a text piece by piece, as it is made.
using TextSink = std::function<void(std::string_view)>;

/// Appends a field: quoted when it holds a comma, quote or line break; what is not UTF-8 becomes U+FFFD.
void append_csv_field(std::string_view field, std::string& text);

/// A number with all its digits; empty where it is not known.
[[nodiscard]] std::string number_field(const std::optional<double>& number);

/// The same of an amount.
template <class Unit>
[[nodiscard]] std::string number_field(const std::optional<Quantity<Unit>>& amount) {
    return amount ? shortest(amount->value()) : std::string{};
}

/// The same of an amount that is known.
template <class Unit>
[[nodiscard]] std::string number_field(Quantity<Unit> amount) {
    return shortest(amount.value());
}

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
