#pragma once

#include <string>
#include <vector>

#include "cli/command_texts.hpp"

namespace reddline::cli {

/// What stands behind an option, or on its own.
enum class ArgumentKind { none, file, directory, choice, other };

/// An option, or an argument without one, as it is typed.
struct OutlineArgument {
    std::string short_name;  ///< without its dash; empty where there is none
    std::string long_name;   ///< without its dashes; empty where the argument stands on its own
    std::string value;       ///< what the help calls the value, such as `DIR`; empty for a flag
    ArgumentKind kind = ArgumentKind::none;
    std::vector<std::string> choices;
    std::string meaning;
    bool is_required = false;
    bool is_repeatable = false;
};

/// A command with everything that help knows of it.
struct OutlineCommand {
    std::string name;
    std::string summary;
    std::vector<std::string> examples;
    std::string text;  ///< what it does, in a paragraph
    std::vector<OutlineArgument> arguments;
    std::vector<OutlineArgument> options;
};

/// Every command, read from the tree that also reads the command line, so that manual and completion know what it
/// takes.
[[nodiscard]] std::vector<OutlineCommand> command_outline();

}  // namespace reddline::cli
