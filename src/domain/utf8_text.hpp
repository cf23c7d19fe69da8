#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reddline {

/// True for the control characters of ASCII.
[[nodiscard]] constexpr bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20U || c == 0x7F;
}

/// Bytes of the UTF-8 character at the start of a text that is not empty; 0 when no character starts there.
///
/// Source: RFC 3629, section 4
[[nodiscard]] std::size_t utf8_character_bytes(std::string_view text);

/// True when the whole text is UTF-8.
[[nodiscard]] bool is_utf8(std::string_view text);

/// The text with U+FFFD in place of every byte that is not UTF-8.
[[nodiscard]] std::string as_utf8(std::string_view text);

}  // namespace reddline
