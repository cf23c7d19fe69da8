#include "inputs/in_quotes.hpp"

#include <algorithm>
#include <cstddef>

namespace reddline::inputs {

namespace {

constexpr std::size_t longest_shown_bytes = 80;

/// Bytes of the UTF-8 character at the start of `text`; 0 when there is none.
std::size_t character_bytes(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    std::size_t length = 0;
    if (lead < 0x80) length = 1;
    if (lead >= 0xC2 && lead <= 0xDF) length = 2;
    if (lead >= 0xE0 && lead <= 0xEF) length = 3;
    if (lead >= 0xF0 && lead <= 0xF4) length = 4;
    if (length == 0 || length > text.size()) return 0;
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    return std::ranges::all_of(text.substr(1, length - 1), continues) ? length : 0;
}

std::string escaped(char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    if (c == '\n') return "\\n";
    if (c == '\r') return "\\r";
    if (c == '\t') return "\\t";
    const auto byte = static_cast<unsigned char>(c);
    return {'\\', 'x', digits[byte / 16U], digits[byte % 16U]};
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

}  // namespace

std::string in_quotes(std::string_view text) {
    std::string shown = "\"";
    while (!text.empty() && shown.size() <= longest_shown_bytes) {
        const std::size_t bytes = character_bytes(text);
        const bool printable = bytes > 0 && !is_control(text.front());
        shown += printable ? std::string(text.substr(0, bytes)) : escaped(text.front());
        text.remove_prefix(printable ? bytes : 1);
    }
    return shown + (text.empty() ? "\"" : "...\"");
}

}  // namespace reddline::inputs
