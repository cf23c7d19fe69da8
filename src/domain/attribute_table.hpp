#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace reddline {

/// What a column of attributes holds.
enum class AttributeKind { text, whole, number, date };

/// A column of attributes: its name with the unit, and what it means in words.
struct AttributeColumn {
    std::string name;
    AttributeKind kind = AttributeKind::text;
    std::string meaning;
};

/// A value of an attribute; nothing where it is not known. A date is its text, such as "2018-03-12".
using Attribute = std::variant<std::monostate, std::string, std::int64_t, double>;

/// Attributes of features, one row each.
struct AttributeTable {
    std::vector<AttributeColumn> columns;
    std::vector<std::vector<Attribute>> rows;
};

}  // namespace reddline
