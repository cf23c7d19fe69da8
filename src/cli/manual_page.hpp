#pragma once

#include <string>
#include <vector>

#include "cli/command_outline.hpp"

namespace reddline::cli {

/// The manual page of the program: its commands and exit codes.
[[nodiscard]] std::string manual_page(const std::vector<OutlineCommand>& commands);

/// The manual page of one command.
///
/// Source: man(7)
[[nodiscard]] std::string manual_page(const OutlineCommand& command);

}  // namespace reddline::cli
