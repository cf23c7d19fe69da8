#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reddline::report {

/// What fills a named place of a sentence.
struct Filling {
    std::string_view place;
    std::string text;
};

/// All sentences of the reports in one language, with its plurals and the marks of its numbers (docs/translating.md).
///
/// A key that the table does not have, and a place that nothing fills, are our own fault; scripts/check_strings.py holds
/// the sources to the table.
class Strings {
public:
    /// Errors: nlohmann::json::exception where `table` is no table of strings.
    explicit Strings(std::string_view table);

    /// The sentence of a key with its places filled.
    [[nodiscard]] std::string operator()(std::string_view key, std::initializer_list<Filling> fillings = {}) const;

    /// The same of a sentence that has a form for each kind of number; the place {count} is filled with the number.
    [[nodiscard]] std::string counted(std::string_view key, std::int64_t count,
                                      std::initializer_list<Filling> fillings = {}) const;

    /// All items, put together two by two by a sentence with the places {before} and {next}; empty without any.
    [[nodiscard]] std::string joined(std::string_view key, const std::vector<std::string>& items) const;

    /// The text of a number, as domain/number_text makes it, with the marks of the language.
    [[nodiscard]] std::string number(std::string_view text) const;

    /// A number with marks between its thousands.
    [[nodiscard]] std::string grouped(double value, int decimals) const;

    /// A whole number with marks between its thousands.
    [[nodiscard]] std::string grouped(std::int64_t count) const;

    /// The tag of the language, such as "en" (BCP 47).
    [[nodiscard]] const std::string& language() const { return language_; }

private:
    std::string language_;
    std::string decimal_mark_;
    std::string group_mark_;
    std::map<std::int64_t, std::string> forms_;  ///< of the numbers that do not take the form "other"
    std::map<std::string, std::map<std::string, std::string>, std::less<>> sentences_;  ///< by key and form
};

/// The sentences in English, which every table for programs has as well.
[[nodiscard]] const Strings& english();

}  // namespace reddline::report
