#pragma once

#include <string>
#include <string_view>

namespace reddline::report {

/// Text that Markdown shows as it is: names from files never become markup, links, table cells or new lines.
///
/// Only what would be markup inside a line is escaped, so that the report stays readable as plain text.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace reddline::report
