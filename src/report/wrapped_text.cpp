#include "report/wrapped_text.hpp"

#include <algorithm>

namespace reddline::report {

std::size_t text_width(std::string_view text) {
    // Every byte that does not continue a character begins one.
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string wrapped(const std::string& line, const std::string& indent, std::size_t columns) {
    std::string text;
    std::string current;
    std::size_t word = 0;  // where the next word begins; blanks before the first one are its own
    while (word < line.size()) {
        const std::size_t first = line.find_first_not_of(' ', word);
        const std::size_t end = first == std::string::npos ? line.size() : std::min(line.find(' ', first), line.size());
        const std::string with_blanks = line.substr(word, end - word);
        if (word > 0 && text_width(current + with_blanks) > columns) {
            text += current + "\n";
            current = indent + line.substr(first, end - first);
        } else {
            current += with_blanks;
        }
        word = end;
    }
    return text + current + "\n";
}

}  // namespace reddline::report
