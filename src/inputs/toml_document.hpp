#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace reddline::inputs {

/// Where something stands in a text, both counted from 1.
struct TextPosition {
    std::size_t line = 1;
    std::size_t column = 1;
    std::string setting{};  ///< the setting of the command line that it comes from; empty = the text itself
};

/// A value that no table of the audit file uses, by what it is: "a time", "a date with a time".
struct TomlOther {
    std::string kind;
};

struct TomlMember;

/// A value of a TOML document and where it begins. Tables keep their members in the order of the text.
struct TomlValue {
    using Array = std::vector<TomlValue>;
    using Table = std::vector<TomlMember>;

    std::variant<std::string, std::int64_t, double, bool, std::chrono::year_month_day, TomlOther, Array, Table> content;
    TextPosition position;
};

/// A key of a table with its value.
struct TomlMember {
    std::string key;
    TextPosition key_position;
    TomlValue value;
};

/// Reads TOML 1.0 text; the result holds a table.
///
/// Errors: Error{audit_file} with `name:line:column` where the text is not TOML, dates that do not exist included.
[[nodiscard]] TomlValue parse_toml(std::string_view text, const std::string& name);

/// `name:line:column`, or the setting that it comes from, as it stands in messages.
[[nodiscard]] std::string place_in(const std::string& name, TextPosition position);

/// The value in words, for the "found ..." of a message.
[[nodiscard]] std::string describe(const TomlValue& value);

}  // namespace reddline::inputs
