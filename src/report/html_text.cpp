#include "report/html_text.hpp"

namespace reddline::report {

namespace {

constexpr std::string_view line_separator = "\xE2\x80\xA8";
constexpr std::string_view paragraph_separator = "\xE2\x80\xA9";

std::string escaped(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            break;
    }
    const auto byte = static_cast<unsigned char>(c);
    return {byte < 0x20U || byte == 0x7FU ? ' ' : c};
}

}  // namespace

std::string html_text(std::string_view text) {
    std::string html;
    for (const char c : text)
        html += escaped(c);
    return html;
}

std::string script_json(std::string_view json) {
    std::string text;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const std::string_view three = json.substr(i, 3);
        if (three == line_separator || three == paragraph_separator) {
            text += three == line_separator ? "\\u2028" : "\\u2029";
            i += 2;
        } else if (json[i] == '<') {
            text += "\\u003c";
        } else if (json[i] == '>') {
            text += "\\u003e";
        } else if (json[i] == '&') {
            text += "\\u0026";
        } else {
            text += json[i];
        }
    }
    return text;
}

}  // namespace reddline::report
