#include "report/markdown_text.hpp"

#include "domain/utf8_text.hpp"

namespace reddline::report {

namespace {

bool is_letter_or_digit(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80U;
}

/// True when the character between these neighbours (0 where there is none) could be read as markup.
bool is_markup(char before, char c, char after) {
    switch (c) {
        case '\\':
        case '`':
        case '*':
        case '~':
        case '<':
        case '|':
            return true;
        case '_':  // inside a word it is no emphasis
            return !is_letter_or_digit(before) || !is_letter_or_digit(after);
        case '&':  // the start of a character reference
            return is_letter_or_digit(after) || after == '#';
        case ']':  // the middle of a link
            return after == '(';
        default:
            return false;
    }
}

}  // namespace

std::string markdown_text(std::string_view text) {
    std::string escaped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char before = i == 0 ? '\0' : text[i - 1];
        const char after = i + 1 == text.size() ? '\0' : text[i + 1];
        if (is_markup(before, text[i], after)) escaped += '\\';
        escaped += is_control(text[i]) ? ' ' : text[i];
    }
    return escaped;
}

}  // namespace reddline::report
