#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reddline::report {

/// Characters in a line of a screen.
inline constexpr std::size_t screen_columns = 120;

/// Characters of UTF-8 text.
[[nodiscard]] std::size_t text_width(std::string_view text);

/// A line set in lines of `columns` characters at most, broken at blanks; every line but the first begins with
/// `indent`, and each ends. A word that is wider stays whole.
[[nodiscard]] std::string wrapped(const std::string& line, const std::string& indent,
                                  std::size_t columns = screen_columns);

}  // namespace reddline::report
