#pragma once

#include <string>

#include "report/document.hpp"

namespace reddline::report {

/// report.md: what the report says, in Markdown.
[[nodiscard]] std::string markdown_report(const Document& document);

}  // namespace reddline::report
