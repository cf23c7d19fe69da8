#pragma once

#include <string>
#include <vector>

#include "cli/command_outline.hpp"

namespace reddline::cli {

/// What completes commands, options, choices, files and directories in bash; it needs no other package.
[[nodiscard]] std::string bash_completion(const std::vector<OutlineCommand>& commands);

/// The same for zsh.
[[nodiscard]] std::string zsh_completion(const std::vector<OutlineCommand>& commands);

/// The same for fish.
[[nodiscard]] std::string fish_completion(const std::vector<OutlineCommand>& commands);

}  // namespace reddline::cli
