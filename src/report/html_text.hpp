#pragma once

#include <string>
#include <string_view>

namespace reddline::report {

/// Text that HTML and SVG show as it is, in an element or in a quoted attribute: names from files never become markup.
[[nodiscard]] std::string html_text(std::string_view text);

/// JSON that stands in a <script> element: no character in it can end the element, and it reads as the same values.
[[nodiscard]] std::string script_json(std::string_view json);

}  // namespace reddline::report
