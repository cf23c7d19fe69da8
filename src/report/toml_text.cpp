#include "report/toml_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "domain/utf8_text.hpp"

namespace reddline::report {

namespace {

std::string unicode_escape(char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto code = static_cast<unsigned char>(c);
    return std::string("\\u00") + digits[code / digits.size()] + digits[code % digits.size()];
}

}  // namespace

std::string toml_text(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : as_utf8(text)) {
        if (is_control(c)) {
            quoted += unicode_escape(c);
            continue;
        }
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

std::string toml_list(const std::vector<std::string>& texts) {
    constexpr std::size_t longest_line = 100;
    std::size_t length = 0;
    for (const std::string& text : texts)
        length += text.size();
    const std::string_view gap = length > longest_line ? ",\n    " : ", ";
    std::string list;
    for (const std::string& text : texts)
        list += (list.empty() ? std::string{} : std::string(gap)) + toml_text(text);
    return "[" + list + "]";
}

std::string one_line(std::string_view text) {
    std::string line = as_utf8(text);
    std::ranges::replace_if(line, is_control, ' ');
    return line;
}

}  // namespace reddline::report
