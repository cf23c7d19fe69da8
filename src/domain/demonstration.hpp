#pragma once

#include <string_view>

namespace reddline {

/// True when a source begins with "demonstration", in capitals or not: it marks a value that nobody has published.
[[nodiscard]] bool is_demonstration(std::string_view source);

}  // namespace reddline
