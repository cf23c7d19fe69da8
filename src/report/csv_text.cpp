#include "report/csv_text.hpp"

#include <algorithm>

#include "domain/utf8_text.hpp"

namespace reddline::report {

namespace {

/// True for text that stands in a CSV file as it is, whatever its encoding.
bool is_plain(std::string_view field) {
    return std::ranges::all_of(field, [](char c) { return c >= ' ' && c <= '~' && c != ',' && c != '"'; });
}

}  // namespace

void append_csv_field(std::string_view field, std::string& text) {
    if (is_plain(field)) {
        text += field;
        return;
    }
    const std::string known = as_utf8(field);
    if (known.find_first_of(",\"\r\n") == std::string::npos) {
        text += known;
        return;
    }
    text += '"';
    for (const char c : known) {
        if (c == '"') text += '"';
        text += c;
    }
    text += '"';
}

std::string number_field(const std::optional<double>& number) {
    return number ? shortest(*number) : std::string{};
}

void CsvText::add(const std::vector<std::string>& fields) {
    bool is_first = true;
    for (const std::string& field : fields) {
        if (!is_first) text_ += ',';
        is_first = false;
        append_csv_field(field, text_);
    }
    text_ += '\n';
}

}  // namespace reddline::report
