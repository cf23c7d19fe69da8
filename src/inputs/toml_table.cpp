#include "inputs/toml_table.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <utility>

#include "domain/joined.hpp"
#include "domain/number_text.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

std::optional<double> number_in(const TomlValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value.content)) return static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&value.content)) return *number;
    return std::nullopt;
}

std::string number_range(const std::string& noun, double lowest, double highest) {
    if (std::isinf(highest)) return noun + " of at least " + shortest(lowest);
    return noun + " from " + shortest(lowest) + " to " + shortest(highest);
}

/// What to do about a value that is not the number it should be.
std::string number_advice(const TomlValue& value) {
    const auto* text = std::get_if<std::string>(&value.content);
    if (text != nullptr && parse_double(*text)) return "drop the quotes";
    return "write such a number";
}

/// True for ten characters like 2018-03-12.
bool looks_like_date(const std::string& text) {
    constexpr std::string_view pattern = "dddd-dd-dd";
    return std::ranges::equal(text, pattern,
                              [](char c, char wanted) { return wanted == 'd' ? c >= '0' && c <= '9' : c == wanted; });
}

}  // namespace

TomlField::TomlField(const TomlValue& value, std::string document_name, std::string key)
    : value_{&value}, document_name_{std::move(document_name)}, key_{std::move(key)} {}

const std::string& TomlField::text() const {
    const auto* text = std::get_if<std::string>(&value_->content);
    if (text == nullptr) fail("a text", "write it in quotes");
    if (text->empty()) fail("a text that is not empty", "fill it in");
    return *text;
}

const std::string& TomlField::choice(const std::vector<std::string>& known) const {
    const auto* text = std::get_if<std::string>(&value_->content);
    std::string choices;
    for (const std::string& name : known)
        choices += (choices.empty() ? "" : ", ") + in_quotes(name);
    if (text == nullptr) fail("one of " + choices, "write it in quotes");
    if (std::ranges::find(known, *text) == known.end()) {
        fail("one of " + choices, "the nearest is " + in_quotes(nearest_name(*text, known)));
    }
    return *text;
}

double TomlField::number(double lowest, double highest) const {
    const std::optional<double> number = number_in(*value_);
    if (!number || !(*number >= lowest && *number <= highest) || std::isinf(*number)) {
        fail(number_range("a number", lowest, highest), number_advice(*value_));
    }
    return *number;
}

int TomlField::whole(int lowest, int highest) const {
    const auto* whole = std::get_if<std::int64_t>(&value_->content);
    if (whole == nullptr || *whole < lowest || *whole > highest) {
        fail(number_range("a whole number", lowest, highest), number_advice(*value_));
    }
    return static_cast<int>(*whole);
}

std::chrono::year_month_day TomlField::date() const {
    const auto* date = std::get_if<std::chrono::year_month_day>(&value_->content);
    if (date != nullptr) return *date;
    const auto* text = std::get_if<std::string>(&value_->content);
    const bool only_quotes_wrong = text != nullptr && looks_like_date(*text);
    fail("a date such as 2018-03-12",
         only_quotes_wrong ? "drop the quotes" : "write year-month-day, without quotes and without a time");
}

std::vector<TomlField> TomlField::elements() const {
    const auto* array = std::get_if<TomlValue::Array>(&value_->content);
    if (array == nullptr) fail("an array", "write it in square brackets");
    std::vector<TomlField> fields;
    for (const TomlValue& element : *array)
        fields.emplace_back(element, document_name_, key_);
    return fields;
}

std::vector<TomlField> TomlField::one_or_more() const {
    const auto* array = std::get_if<TomlValue::Array>(&value_->content);
    if (array == nullptr) return {*this};
    if (array->empty()) fail("one value or more", "fill it in, or remove the key");
    return elements();
}

std::vector<std::string> TomlField::texts() const {
    if (std::holds_alternative<std::string>(value_->content)) return {text()};
    const auto* array = std::get_if<TomlValue::Array>(&value_->content);
    if (array == nullptr || array->empty()) fail("one or more texts", "write them in quotes, between square brackets");
    std::vector<std::string> all;
    for (const TomlField& element : elements())
        all.push_back(element.text());
    return all;
}

TomlTable TomlField::table() const {
    if (!std::holds_alternative<TomlValue::Table>(value_->content)) {
        fail("a table", "write a section [" + key_ + "], or { key = value } on one line");
    }
    return {*value_, document_name_, key_};
}

std::string TomlField::place() const {
    return place_in(document_name_, value_->position);
}

void TomlField::fail(const std::string& expected, const std::string& advice) const {
    throw Error(ErrorCode::audit_file, place(),
                key_ + ": expected " + expected + ", found " + describe(*value_) + "; " + advice);
}

TomlTable::TomlTable(const TomlValue& value, std::string document_name, std::string path)
    : value_{&value}, document_name_{std::move(document_name)}, path_{std::move(path)} {
    assert(std::holds_alternative<TomlValue::Table>(value.content));
}

void TomlTable::expect_keys(const std::vector<std::string>& required, const std::vector<std::string>& optional) const {
    std::vector<std::string> known = required;
    known.insert(known.end(), optional.begin(), optional.end());
    const std::string here = path_.empty() ? "at the top of the file" : "in " + path_;
    for (const TomlMember& member : members()) {
        if (std::ranges::find(known, member.key) != known.end()) continue;
        throw Error(ErrorCode::audit_file, place_in(document_name_, member.key_position),
                    "expected a known key " + here + ", found " + in_quotes(member.key) +
                        "; the nearest known one is " + in_quotes(nearest_name(member.key, known)) + ", all are " +
                        joined(known));
    }
    for (const std::string& key : required) {
        if (!find(key)) fail("expected the key " + in_quotes(key) + " " + here + ", found none; add it");
    }
}

std::optional<TomlField> TomlTable::find(std::string_view key) const {
    const auto found = std::ranges::find(members(), key, &TomlMember::key);
    if (found == members().end()) return std::nullopt;
    return TomlField{found->value, document_name_, whole_key(key)};
}

TomlField TomlTable::at(std::string_view key) const {
    const std::optional<TomlField> field = find(key);
    assert(field);
    return *field;
}

std::string TomlTable::text_or_empty(std::string_view key) const {
    const std::optional<TomlField> field = find(key);
    return field ? field->text() : std::string{};
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
    const auto found = std::ranges::find(members(), key, &TomlMember::key);
    if (found == members().end()) return {};
    const auto* array = std::get_if<TomlValue::Array>(&found->value.content);
    const auto is_table = [](const TomlValue& value) {
        return std::holds_alternative<TomlValue::Table>(value.content);
    };
    if (array == nullptr || !std::ranges::all_of(*array, is_table)) {
        at(key).fail("a list of tables", "head each of them with [[" + std::string(key) + "]]");
    }
    std::vector<TomlTable> all;
    for (const TomlValue& element : *array)
        all.emplace_back(element, document_name_, whole_key(key));
    return all;
}

std::vector<std::string> TomlTable::keys() const {
    std::vector<std::string> all;
    for (const TomlMember& member : members())
        all.push_back(member.key);
    return all;
}

void TomlTable::fail(const std::string& message) const {
    throw Error(ErrorCode::audit_file, place_in(document_name_, value_->position), message);
}

const TomlValue::Table& TomlTable::members() const {
    return std::get<TomlValue::Table>(value_->content);
}

std::string TomlTable::whole_key(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

}  // namespace reddline::inputs
