#include "domain/demonstration.hpp"

#include <algorithm>

namespace reddline {

bool is_demonstration(std::string_view source) {
    constexpr std::string_view mark = "demonstration";
    const auto same_letter = [](char letter, char lower) {
        const bool is_capital = letter >= 'A' && letter <= 'Z';
        return (is_capital ? static_cast<char>(letter - 'A' + 'a') : letter) == lower;
    };
    return source.size() >= mark.size() && std::ranges::equal(source.substr(0, mark.size()), mark, same_letter);
}

}  // namespace reddline
