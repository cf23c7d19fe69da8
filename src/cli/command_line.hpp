#pragma once

#include <optional>
#include <string>

#include "cli/options.hpp"

namespace reddline::cli {

/// What the command line asks for: options to run with, or a text (help, version) to print and be done.
struct CommandLine {
    Options options;
    std::optional<std::string> text;
};

/// Reads the command line.
///
/// Errors: Error{usage}.
[[nodiscard]] CommandLine parse_command_line(int argc, const char* const* argv);

}  // namespace reddline::cli
