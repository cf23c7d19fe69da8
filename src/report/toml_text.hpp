#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reddline::report {

/// The text as a basic string of TOML, in its quotes; what is not UTF-8 becomes U+FFFD.
///
/// Source: TOML v1.0.0, String
[[nodiscard]] std::string toml_text(std::string_view text);

/// The texts as an array of TOML, on one line where it is short.
[[nodiscard]] std::string toml_list(const std::vector<std::string>& texts);

/// The text without control characters, which would end a comment or are not allowed in one.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace reddline::report
