#include "cli/command_outline.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <string_view>

#include "cli/command_tree.hpp"

namespace reddline::cli {

namespace {

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);)
        parts.push_back(part);
    return parts;
}

/// The kind of a value by what the help calls it.
ArgumentKind kind_of(const std::string& value) {
    if (value.empty()) return ArgumentKind::none;
    if (value.ends_with("FILE")) return ArgumentKind::file;
    if (value == "DIR" || value == "A" || value == "B") return ArgumentKind::directory;
    const bool is_choice = value.find('|') != std::string::npos && value.find('/') == std::string::npos;
    return is_choice ? ArgumentKind::choice : ArgumentKind::other;
}

OutlineArgument outline_of(const CLI::Option& option) {
    OutlineArgument argument;
    if (!option.get_snames().empty()) argument.short_name = option.get_snames().front();
    if (!option.get_lnames().empty()) argument.long_name = option.get_lnames().front();
    argument.value = option.get_positional() ? option.get_single_name() : option.get_type_name();
    argument.kind = kind_of(argument.value);
    if (argument.kind == ArgumentKind::choice) argument.choices = split(argument.value, '|');
    argument.meaning = option.get_description();
    argument.is_required = option.get_required();
    argument.is_repeatable = option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll ||
                             (option.get_positional() && option.get_items_expected_max() > 1);
    if (option.get_type_size_max() == 0) argument.value.clear();
    if (argument.value.empty()) argument.kind = ArgumentKind::none;
    return argument;
}

/// Takes the text of a command's help apart: the lines below "Example:", then what it does.
void take_text(const std::string& help, OutlineCommand& command) {
    constexpr std::string_view indent = "  ";
    for (const std::string& line : split(help, '\n')) {
        if (line.starts_with(indent)) {
            command.examples.push_back(line.substr(indent.size()));
        } else if (!line.empty() && line != "Example:") {
            command.text += (command.text.empty() ? "" : " ") + line;
        }
    }
}

}  // namespace

std::vector<OutlineCommand> command_outline() {
    Options ignored;
    const std::unique_ptr<CLI::App> tree = command_tree(ignored);
    std::vector<OutlineCommand> commands;
    for (const CommandText& text : command_texts()) {
        OutlineCommand command{text.name, text.summary, {}, {}, {}, {}};
        take_text(text.example, command);
        for (const CLI::Option* option : tree->get_subcommand(text.name)->get_options())
            (option->get_positional() ? command.arguments : command.options).push_back(outline_of(*option));
        for (OutlineArgument& option : command.options)
            option.is_required = option.is_required || (option.long_name == "output" && must_write(text.command));
        commands.push_back(std::move(command));
    }
    return commands;
}

}  // namespace reddline::cli
