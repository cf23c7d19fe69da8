#include "domain/utf8_text.hpp"

#include <algorithm>

namespace reddline {

namespace {

bool is_between(char c, unsigned char lowest, unsigned char highest) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= lowest && byte <= highest;
}

/// Bytes that a character with this first byte has; 0 when none begins with it.
std::size_t length_after(char lead) {
    if (is_between(lead, 0x00, 0x7F)) return 1;
    if (is_between(lead, 0xC2, 0xDF)) return 2;
    if (is_between(lead, 0xE0, 0xEF)) return 3;
    return is_between(lead, 0xF0, 0xF4) ? 4 : 0;
}

/// False for second bytes that would spell a character longer than needed, a surrogate, or one beyond U+10FFFF.
bool may_follow(char lead, char second) {
    switch (static_cast<unsigned char>(lead)) {
        case 0xE0:
            return is_between(second, 0xA0, 0xBF);
        case 0xED:
            return is_between(second, 0x80, 0x9F);
        case 0xF0:
            return is_between(second, 0x90, 0xBF);
        case 0xF4:
            return is_between(second, 0x80, 0x8F);
        default:
            return is_between(second, 0x80, 0xBF);
    }
}

}  // namespace

std::size_t utf8_character_bytes(std::string_view text) {
    const std::size_t length = length_after(text.front());
    if (length == 0 || length > text.size()) return 0;
    if (length > 1 && !may_follow(text[0], text[1])) return 0;
    const auto continues = [](char c) { return is_between(c, 0x80, 0xBF); };
    return std::ranges::all_of(text.substr(1, length - 1), continues) ? length : 0;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t bytes = utf8_character_bytes(text);
        if (bytes == 0) return false;
        text.remove_prefix(bytes);
    }
    return true;
}

std::string as_utf8(std::string_view text) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string kept;
    while (!text.empty()) {
        const std::size_t bytes = utf8_character_bytes(text);
        kept += bytes == 0 ? replacement : text.substr(0, bytes);
        text.remove_prefix(bytes == 0 ? 1 : bytes);
    }
    return kept;
}

}  // namespace reddline
