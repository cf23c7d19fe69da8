#include "inputs/setting.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

[[noreturn]] void fail(const std::string& setting, const std::string& message) {
    throw Error(ErrorCode::audit_file, "--set " + setting, message);
}

/// Where the first `=` outside quotes stands.
std::size_t end_of_key(const std::string& setting) {
    char quote = 0;
    for (std::size_t i = 0; i < setting.size(); ++i) {
        const char c = setting[i];
        if (quote == 0 && c == '=') return i;
        if (quote == '"' && c == '\\') ++i;
        if (quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == quote) {
            quote = 0;
        }
    }
    fail(setting, "expected key=value, such as forest.canopy_pct=25, found no '='; give both");
}

/// The value of a line of TOML `key = value`, and nothing more.
TomlMember only_member(const std::string& line, const std::string& setting, const std::string& expected) {
    std::optional<TomlValue> parsed;
    try {
        parsed = parse_toml(line, "");
    } catch (const Error&) {
        fail(setting, expected);
    }
    auto& members = std::get<TomlValue::Table>(parsed->content);
    if (members.size() != 1 || line.find('\n') != std::string::npos) fail(setting, expected);
    return std::move(members.front());
}

std::vector<std::string> parts_of_key(const std::string& key, const std::string& setting) {
    const std::string expected = "expected a key such as forest.canopy_pct before the '=', found " + in_quotes(key) +
                                 "; write names with blanks or dots in quotes, as in zones.\"my zone\".role";
    TomlMember member = only_member(key + "=0", setting, expected);
    std::vector<std::string> parts{member.key};
    while (const auto* table = std::get_if<TomlValue::Table>(&member.value.content)) {
        parts.push_back(table->front().key);
        TomlMember inner = table->front();
        member = std::move(inner);
    }
    return parts;
}

/// Lets the value and everything in it say that it comes from the setting.
void mark(TomlValue& value, const std::string& setting) {
    value.position.setting = setting;
    if (auto* array = std::get_if<TomlValue::Array>(&value.content)) {
        for (TomlValue& element : *array)
            mark(element, setting);
    }
    if (auto* table = std::get_if<TomlValue::Table>(&value.content)) {
        for (TomlMember& member : *table) {
            member.key_position.setting = setting;
            mark(member.value, setting);
        }
    }
}

TomlValue value_of(const std::string& text, const std::string& setting) {
    const std::string expected =
        "expected a TOML value after the '=', such as 25, [10, 30], 2018-03-12 or \"text\", found " + in_quotes(text) +
        "; write texts in quotes, and the whole setting in the shell's quotes";
    TomlValue value = only_member("value=" + text, setting, expected).value;
    mark(value, setting);
    return value;
}

std::string name_of_entry(const TomlValue& entry) {
    const auto* table = std::get_if<TomlValue::Table>(&entry.content);
    if (table == nullptr) return {};
    const auto name = std::ranges::find(*table, "name", &TomlMember::key);
    const auto* text = name == table->end() ? nullptr : std::get_if<std::string>(&name->value.content);
    return text == nullptr ? std::string{} : *text;
}

/// The entry of a list of tables by its name, else by its number.
TomlValue& entry_of(TomlValue::Array& list, const std::string& part, const std::string& path,
                    const std::string& setting) {
    const auto named = std::ranges::find(list, part, name_of_entry);
    if (named != list.end()) return *named;
    const auto number = parse_integer(part);
    if (number && *number >= 1 && *number <= std::ssize(list)) return list[static_cast<std::size_t>(*number - 1)];
    std::vector<std::string> names;
    for (const TomlValue& entry : list) {
        if (const std::string name = name_of_entry(entry); !name.empty()) names.push_back(name);
    }
    fail(setting, "expected the name of an entry of " + path + ", or its number from 1 to " +
                      std::to_string(list.size()) + ", found " + in_quotes(part) + "; " +
                      (names.empty() ? "give its number" : "the nearest is " + in_quotes(nearest_name(part, names))));
}

/// The value under a part of a key; an empty table is made where there is none.
TomlValue& member_of(TomlValue& container, const std::string& part, const std::string& path,
                     const std::string& setting) {
    if (auto* array = std::get_if<TomlValue::Array>(&container.content)) {
        const auto is_table = [](const TomlValue& value) {
            return std::holds_alternative<TomlValue::Table>(value.content);
        };
        if (!array->empty() && std::ranges::all_of(*array, is_table)) return entry_of(*array, part, path, setting);
    }
    auto* table = std::get_if<TomlValue::Table>(&container.content);
    if (table == nullptr) {
        fail(setting,
             "expected a table at " + path + ", found " + describe(container) + "; give the whole value of " + path);
    }
    const auto found = std::ranges::find(*table, part, &TomlMember::key);
    if (found != table->end()) return found->value;
    TomlValue empty{.content = TomlValue::Table{}, .position = {}};
    mark(empty, setting);
    table->push_back({part, empty.position, empty});
    return table->back().value;
}

}  // namespace

void apply_setting(const std::string& setting, TomlValue& document) {
    const std::size_t end = end_of_key(setting);
    TomlValue value = value_of(setting.substr(end + 1), setting);
    TomlValue* place = &document;
    std::string path;
    for (const std::string& part : parts_of_key(setting.substr(0, end), setting)) {
        place = &member_of(*place, part, path, setting);
        path += (path.empty() ? "" : ".") + part;
    }
    *place = std::move(value);
}

}  // namespace reddline::inputs
