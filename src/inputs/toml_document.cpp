#include "inputs/toml_document.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include <toml++/toml.h>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "domain/year.hpp"
#include "inputs/in_quotes.hpp"

namespace reddline::inputs {

namespace {

TextPosition position_of(const toml::source_region& region) {
    return {std::max<std::size_t>(region.begin.line, 1), std::max<std::size_t>(region.begin.column, 1), {}};
}

TomlValue converted(const toml::node& node);

TomlValue::Table converted_members(const toml::table& table) {
    TomlValue::Table members;
    for (const auto& [key, value] : table) {
        members.push_back({std::string(key.str()), position_of(key.source()), converted(value)});
    }
    // toml++ sorts by key; messages are about the first mistake in the text.
    std::ranges::stable_sort(members, {}, [](const TomlMember& member) {
        return std::tuple(member.key_position.line, member.key_position.column);
    });
    return members;
}

std::chrono::year_month_day converted_date(const toml::date& date) {
    return {std::chrono::year{date.year}, std::chrono::month{date.month}, std::chrono::day{date.day}};
}

TomlValue converted(const toml::node& node) {
    TomlValue result{.content = TomlOther{"a value of another type"}, .position = position_of(node.source())};
    if (const auto* table = node.as_table()) result.content = converted_members(*table);
    if (const auto* array = node.as_array()) {
        TomlValue::Array elements;
        for (const toml::node& element : *array)
            elements.push_back(converted(element));
        result.content = std::move(elements);
    }
    if (const auto* text = node.as_string()) result.content = text->get();
    if (const auto* whole = node.as_integer()) result.content = whole->get();
    if (const auto* number = node.as_floating_point()) result.content = number->get();
    if (const auto* flag = node.as_boolean()) result.content = flag->get();
    if (const auto* date = node.as_date()) result.content = converted_date(date->get());
    if (node.is_time()) result.content = TomlOther{"a time"};
    if (node.is_date_time()) result.content = TomlOther{"a date with a time"};
    return result;
}

/// Words for each kind of value.
struct Description {
    std::string operator()(const std::string& text) const { return "the text " + in_quotes(text); }
    std::string operator()(std::int64_t whole) const { return std::to_string(whole); }
    std::string operator()(double number) const {
        std::string text = shortest(number);
        // Where a whole number is wanted, "found 2015" would not tell what is wrong with 2015.0.
        const bool looks_whole = text.find_first_not_of("-0123456789") == std::string::npos;
        return looks_whole ? text + ".0" : text;
    }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(std::chrono::year_month_day date) const { return "the date " + to_string(date); }
    std::string operator()(const TomlOther& other) const { return other.kind; }
    std::string operator()(const TomlValue::Array& array) const {
        if (array.empty()) return "an empty array";
        return "an array of " + std::to_string(array.size());
    }
    std::string operator()(const TomlValue::Table&) const { return "a table"; }
};

}  // namespace

TomlValue parse_toml(std::string_view text, const std::string& name) {
    try {
        return converted(toml::parse(text));
    } catch (const toml::parse_error& trouble) {
        std::string reason{trouble.description()};
        std::ranges::replace_if(
            reason, [](char c) { return c == '\n' || c == '\r'; }, ' ');
        throw Error(ErrorCode::audit_file, place_in(name, position_of(trouble.source())),
                    "expected TOML, found a mistake (" + reason + "); correct this line");
    }
}

std::string place_in(const std::string& name, TextPosition position) {
    if (!position.setting.empty()) return "--set " + position.setting;
    return name + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

std::string describe(const TomlValue& value) {
    return std::visit(Description{}, value.content);
}

}  // namespace reddline::inputs
