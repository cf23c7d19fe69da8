#pragma once

#include <string>
#include <string_view>

namespace reddline {

/// The texts in their order, with a separator between them: joined({"a", "b"}) = "a, b".
template <class Texts>
[[nodiscard]] std::string joined(const Texts& texts, std::string_view separator = ", ") {
    std::string text;
    bool is_first = true;
    for (const auto& one : texts) {
        if (!is_first) text += separator;
        is_first = false;
        text += one;
    }
    return text;
}

}  // namespace reddline
