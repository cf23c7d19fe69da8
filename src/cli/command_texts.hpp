#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/options.hpp"

namespace reddline::cli {

/// What is said of a command, in its help and its manual page.
struct CommandText {
    Command command;
    const char* name;
    const char* summary;
    const char* example;  ///< lines of commands, then a paragraph on what they do
};

/// Every command, in the order in which help lists them.
[[nodiscard]] std::span<const CommandText> command_texts();

/// The names of all commands, as typed.
[[nodiscard]] std::vector<std::string> command_names();

/// What the program does, for the head of its help.
inline constexpr const char* program_text =
    "Recomputes the carbon credits of a forest-protection project from satellite loss maps, forest-type maps\n"
    "and the national baseline, and says what an auditor should doubt.";

/// The exit codes, for the foot of its help.
inline constexpr const char* exit_code_text =
    "Exit codes: 0 done; 1 our own fault; 2 wrong command line or audit file; 3 incomplete; 4 done, and a finding\n"
    "reached --fail-on; 65 unusable data; 74 output failed; 75 stopped by a signal.";

}  // namespace reddline::cli
