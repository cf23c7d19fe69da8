#include "inputs/in_quotes.hpp"

#include <cstddef>

#include "domain/utf8_text.hpp"

namespace reddline::inputs {

namespace {

constexpr std::size_t longest_shown_bytes = 80;

std::string escaped(char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    if (c == '\n') return "\\n";
    if (c == '\r') return "\\r";
    if (c == '\t') return "\\t";
    const auto byte = static_cast<unsigned char>(c);
    return {'\\', 'x', digits[byte / 16U], digits[byte % 16U]};
}

}  // namespace

std::string in_quotes(std::string_view text) {
    std::string shown = "\"";
    while (!text.empty() && shown.size() <= longest_shown_bytes) {
        const std::size_t bytes = utf8_character_bytes(text);
        const bool printable = bytes > 0 && !is_control(text.front());
        shown += printable ? std::string(text.substr(0, bytes)) : escaped(text.front());
        text.remove_prefix(printable ? bytes : 1);
    }
    return shown + (text.empty() ? "\"" : "...\"");
}

}  // namespace reddline::inputs
