#include "cli/shell_completion.hpp"

#include <algorithm>
#include <string_view>

#include "domain/joined.hpp"

namespace reddline::cli {

namespace {

std::string names_of(const std::vector<OutlineCommand>& commands) {
    std::vector<std::string> names;
    for (const OutlineCommand& command : commands)
        names.push_back(command.name);
    return joined(names, " ");
}

/// The options of a command as they are typed.
std::string options_of(const OutlineCommand& command) {
    std::vector<std::string> names;
    for (const OutlineArgument& option : command.options)
        names.push_back("--" + option.long_name);
    return joined(names, " ");
}

/// The text with a backslash before each of the characters.
std::string escaped(const std::string& text, std::string_view characters) {
    std::string result;
    for (const char c : text) {
        if (characters.find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

/// The text within the single quotes of bash and zsh.
std::string in_single_quotes(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

/// The line of bash that offers what may stand there.
std::string bash_offer(const OutlineArgument& argument) {
    switch (argument.kind) {
        case ArgumentKind::file:
            return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$word\")";
        case ArgumentKind::directory:
            return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$word\")";
        case ArgumentKind::choice:
            return "mapfile -t COMPREPLY < <(compgen -W '" + joined(argument.choices, " ") + "' -- \"$word\")";
        default:
            return ":";
    }
}

/// Steps over the values of a command's options.
std::string bash_cases_of_values(const OutlineCommand& command) {
    std::string patterns;
    for (const OutlineArgument& option : command.options) {
        if (option.value.empty()) continue;
        if (!option.short_name.empty()) patterns += "'" + command.name + " -" + option.short_name + "' | ";
        patterns += "'" + command.name + " --" + option.long_name + "' | ";
    }
    if (patterns.empty()) return "";
    return "            " + patterns.substr(0, patterns.size() - 3) +
           ") i=$(( i + 1 )); [ \"${COMP_WORDS[i]}\" != = ] || i=$(( i + 1 )) ;;\n";
}

std::string bash_cases_of_options(const OutlineCommand& command) {
    std::string cases;
    for (const OutlineArgument& option : command.options) {
        if (option.value.empty()) continue;
        const std::string short_case =
            option.short_name.empty() ? "" : "'" + command.name + " -" + option.short_name + "' | ";
        cases += "        " + short_case + "'" + command.name + " --" + option.long_name + "')\n            " +
                 bash_offer(option) + "\n            return ;;\n";
    }
    return cases;
}

/// What bash offers at each place without an option before it; the last place also for all that follow.
std::string bash_cases_of_arguments(const OutlineCommand& command) {
    std::string cases;
    for (std::size_t i = 0; i < command.arguments.size(); ++i) {
        const std::string place = i + 1 == command.arguments.size() ? "*" : std::to_string(i);
        cases += "        '" + command.name + " '" + place + ") " + bash_offer(command.arguments[i]) + " ;;\n";
    }
    return cases;
}

std::string zsh_action(const OutlineArgument& argument) {
    switch (argument.kind) {
        case ArgumentKind::file:
            return "_files";
        case ArgumentKind::directory:
            return "_files -/";
        case ArgumentKind::choice:
            return "(" + joined(argument.choices, " ") + ")";
        default:
            return " ";
    }
}

/// The specifications of `_arguments` for an option: one for each of its names.
std::string zsh_option(const OutlineArgument& option) {
    const std::string meaning = "[" + escaped(option.meaning, "[]:\\") + "]";
    const std::string value =
        option.value.empty() ? "" : ":" + escaped(option.value, ":[]\\") + ":" + zsh_action(option);
    const std::string long_name = "--" + option.long_name;
    const std::string short_name = "-" + option.short_name;
    const std::string end = option.value.empty() ? "" : "=";
    std::string before = option.is_repeatable ? "*" : "(" + long_name + ")";
    if (!option.short_name.empty() && !option.is_repeatable) before = "(" + short_name + " " + long_name + ")";
    std::string lines = " \\\n                " + in_single_quotes(before + long_name + end + meaning + value);
    if (!option.short_name.empty()) {
        lines += " \\\n                " +
                 in_single_quotes(before + short_name + (end.empty() ? "" : "+") + meaning + value);
    }
    return lines;
}

std::string zsh_argument(const OutlineArgument& argument) {
    const std::string many = argument.is_repeatable ? "*" : "";
    return " \\\n                " + in_single_quotes(many + ":" + argument.value + ":" + zsh_action(argument));
}

/// The text within the single quotes of fish.
std::string in_fish_quotes(const std::string& text) {
    return "'" + escaped(text, "'\\") + "'";
}

std::string fish_values(const OutlineArgument& argument) {
    switch (argument.kind) {
        case ArgumentKind::file:
            return " -r -F";
        case ArgumentKind::directory:
            return " -x -a '(__fish_complete_directories)'";
        case ArgumentKind::choice:
            return " -x -a " + in_fish_quotes(joined(argument.choices, " "));
        case ArgumentKind::other:
            return " -x";
        default:
            return "";
    }
}

}  // namespace

std::string bash_completion(const std::vector<OutlineCommand>& commands) {
    std::string values;
    std::string options;
    std::string arguments;
    std::string skipped;
    for (const OutlineCommand& command : commands) {
        values += bash_cases_of_options(command);
        options += "            " + command.name + ") names='" + options_of(command) + "' ;;\n";
        skipped += bash_cases_of_values(command);
        arguments += bash_cases_of_arguments(command);
    }
    return "# Completion of reddline in bash, written by 'reddline manual'.\n"
           "_reddline() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} names=\n"
           "    COMPREPLY=()\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -W '" +
           names_of(commands) +
           " --help --version' -- \"$word\")\n"
           "        return\n"
           "    fi\n"
           "    # In --progress=always bash takes the = for a word.\n"
           "    if [ \"$word\" = = ]; then\n"
           "        word=\n"
           "    elif [ \"$before\" = = ]; then\n"
           "        before=${COMP_WORDS[COMP_CWORD-2]}\n"
           "    fi\n"
           "    case \"${COMP_WORDS[1]} $before\" in\n" +
           values +
           "    esac\n"
           "    if [[ $word == -* ]]; then\n"
           "        case \"${COMP_WORDS[1]}\" in\n" +
           options +
           "        esac\n"
           "        mapfile -t COMPREPLY < <(compgen -W \"$names\" -- \"$word\")\n"
           "        return\n"
           "    fi\n"
           "    # How many words before this one belong to no option.\n"
           "    local place=0 i\n"
           "    for (( i = 2; i < COMP_CWORD; i++ )); do\n"
           "        case \"${COMP_WORDS[1]} ${COMP_WORDS[i]}\" in\n" +
           skipped +
           "            *' '-*) ;;\n"
           "            *) place=$(( place + 1 )) ;;\n"
           "        esac\n"
           "    done\n"
           "    case \"${COMP_WORDS[1]} $place\" in\n" +
           arguments +
           "    esac\n"
           "}\n"
           "complete -F _reddline reddline\n";
}

std::string zsh_completion(const std::vector<OutlineCommand>& commands) {
    std::string list;
    std::string cases;
    for (const OutlineCommand& command : commands) {
        list += "        " + in_single_quotes(command.name + ":" + escaped(command.summary, ":\\")) + "\n";
        cases += "        " + command.name + ")\n            _arguments";
        for (const OutlineArgument& option : command.options)
            cases += zsh_option(option);
        for (const OutlineArgument& argument : command.arguments)
            cases += zsh_argument(argument);
        cases += " ;;\n";
    }
    return "#compdef reddline\n"
           "# Completion of reddline in zsh, written by 'reddline manual'.\n"
           "_reddline() {\n"
           "    local -a commands\n"
           "    commands=(\n" +
           list +
           "    )\n"
           "    if (( CURRENT == 2 )); then\n"
           "        _describe command commands\n"
           "        return\n"
           "    fi\n"
           "    shift words\n"
           "    (( CURRENT-- ))\n"
           "    case $words[1] in\n" +
           cases +
           "    esac\n"
           "}\n"
           "_reddline \"$@\"\n";
}

std::string fish_completion(const std::vector<OutlineCommand>& commands) {
    std::string text =
        "# Completion of reddline in fish, written by 'reddline manual'.\n"
        "function __reddline_command\n"
        "    set -l words (commandline -opc)\n"
        "    if test (count $argv) -eq 0\n"
        "        test (count $words) -eq 1\n"
        "    else\n"
        "        test (count $words) -gt 1; and test $words[2] = $argv[1]\n"
        "    end\n"
        "end\n"
        "complete -c reddline -f -n __reddline_command -l help -d 'Help'\n"
        "complete -c reddline -f -n __reddline_command -l version -d 'Version and commit'\n";
    for (const OutlineCommand& command : commands) {
        text += "complete -c reddline -f -n __reddline_command -a " + command.name + " -d " +
                in_fish_quotes(command.summary) + "\n";
    }
    for (const OutlineCommand& command : commands) {
        const std::string start = "complete -c reddline -n '__reddline_command " + command.name + "'";
        // Where a file may stand, fish offers files and directories by itself.
        const bool takes_no_file = std::ranges::all_of(
            command.arguments, [](const OutlineArgument& one) { return one.kind == ArgumentKind::directory; });
        if (command.arguments.empty()) text += start + " -f\n";
        if (!command.arguments.empty() && takes_no_file) text += start + " -f -a '(__fish_complete_directories)'\n";
        for (const OutlineArgument& option : command.options) {
            text += start + (option.short_name.empty() ? "" : " -s " + option.short_name) + " -l " + option.long_name +
                    fish_values(option) + " -d " + in_fish_quotes(option.meaning) + "\n";
        }
    }
    return text;
}

}  // namespace reddline::cli
