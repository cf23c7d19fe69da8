#pragma once

#include <string>
#include <string_view>

namespace reddline::inputs {

/// The text in double quotes, fit for a message of one line: control characters and bytes that are not UTF-8 stand as
/// `\n`, `\t` or `\x1b`, and a long text ends in "...".
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace reddline::inputs
