#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.hpp"
#include "inputs/toml_document.hpp"

namespace reddline::inputs {

class TomlTable;

/// A value under its key, read as the type that is wanted.
///
/// Looks at a TomlValue that must outlive it.
/// Errors: every reader throws Error{audit_file} at the value: what was expected, what was found, what to do.
class TomlField {
public:
    /// `key` is the whole key in messages, such as "forest.canopy_pct".
    TomlField(const TomlValue& value, std::string document_name, std::string key);

    /// A text that is not empty.
    [[nodiscard]] const std::string& text() const;
    /// One of the given texts.
    [[nodiscard]] const std::string& choice(const std::vector<std::string>& known) const;
    /// A finite number from `lowest` to `highest`, both included; whole numbers are numbers.
    [[nodiscard]] double number(double lowest, double highest) const;
    /// A whole number from `lowest` to `highest`, both included.
    [[nodiscard]] int whole(int lowest, int highest) const;
    /// A calendar date.
    [[nodiscard]] std::chrono::year_month_day date() const;
    /// One field per element of an array.
    [[nodiscard]] std::vector<TomlField> elements() const;
    /// One field per element of an array that is not empty; the field itself where it is no array.
    [[nodiscard]] std::vector<TomlField> one_or_more() const;
    /// One or more texts that are not empty: an array of texts, or a single text.
    [[nodiscard]] std::vector<std::string> texts() const;
    /// A table, written `[key]` or inline.
    [[nodiscard]] TomlTable table() const;
    /// `name:line:column` of the value.
    [[nodiscard]] std::string place() const;
    /// The error at this value; what was found is added.
    [[noreturn]] void fail(const std::string& expected, const std::string& advice) const;

private:
    const TomlValue* value_;
    std::string document_name_;
    std::string key_;
};

/// A table of the audit file: which keys it may have, and its fields.
///
/// Looks at a TomlValue that must outlive it.
class TomlTable {
public:
    /// `value` holds a table; `path` is its key in messages, empty for the whole document.
    TomlTable(const TomlValue& value, std::string document_name, std::string path);

    /// Errors: Error{audit_file} at the first key that is not known, naming the nearest one and listing all, and at
    ///         the table when a required key is missing.
    void expect_keys(const std::vector<std::string>& required, const std::vector<std::string>& optional) const;
    /// The field of that key; nothing when the table has none.
    [[nodiscard]] std::optional<TomlField> find(std::string_view key) const;
    /// The field of a key that the table has: a required one, after expect_keys.
    [[nodiscard]] TomlField at(std::string_view key) const;
    /// The text of an optional key; empty when the table has none.
    [[nodiscard]] std::string text_or_empty(std::string_view key) const;
    /// The tables written `[[key]]`, in the order of the text; none when the table has none.
    [[nodiscard]] std::vector<TomlTable> tables(std::string_view key) const;
    /// The keys in the order of the text.
    [[nodiscard]] std::vector<std::string> keys() const;
    /// The error at the table itself.
    [[noreturn]] void fail(const std::string& message) const;

private:
    [[nodiscard]] const TomlValue::Table& members() const;
    [[nodiscard]] std::string whole_key(std::string_view key) const;

    const TomlValue* value_;
    std::string document_name_;
    std::string path_;
};

/// Makes a domain object whose constructor may refuse its values, and puts the field's place into that refusal.
template <class Make>
[[nodiscard]] auto made_at(const TomlField& field, Make make) {
    try {
        return make();
    } catch (const Error& refusal) {
        throw Error(refusal.code(), field.place(), refusal.subject() + ": " + refusal.message());
    }
}

}  // namespace reddline::inputs
