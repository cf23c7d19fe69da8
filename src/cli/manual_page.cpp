#include "cli/manual_page.hpp"

#include <algorithm>
#include <cctype>

#include "cli/version.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::cli {

namespace {

/// The text as roff shows it: dashes stay dashes, and no line is taken for a request.
std::string roff(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        const bool begins_line = escaped.empty() || escaped.back() == '\n';
        if (begins_line && (c == '.' || c == '\'')) escaped += "\\&";
        if (c == '\\') {
            escaped += "\\e";
        } else if (c == '-') {
            escaped += "\\-";
        } else if (c == '\'') {
            escaped += "\\(aq";
        } else {
            escaped += c;
        }
    }
    return escaped;
}

/// A paragraph in lines as short as those who read the source of a page expect.
std::string filled(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    constexpr std::size_t columns = 56;  // the marks of roff come on top
    return roff(report::wrapped(text, "", columns));
}

std::string bold(const std::string& text) {
    return "\\fB" + roff(text) + "\\fR";
}

std::string italic(const std::string& text) {
    return "\\fI" + roff(text) + "\\fR";
}

std::string head(std::string name, const std::string& summary) {
    std::string title = name;
    std::ranges::transform(title, title.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return ".TH " + roff(title) + " 1 \"" + commit_date + "\" \"reddline " + version + "\" \"Reddline\"\n" +
           ".SH NAME\n" + filled(name + " - " + summary);
}

std::string value_text(const OutlineArgument& option) {
    return option.kind == ArgumentKind::choice ? roff(option.value) : italic(option.value);
}

std::string option_item(const OutlineArgument& option) {
    std::string names = option.short_name.empty() ? "" : bold("-" + option.short_name);
    if (!option.long_name.empty()) names += (names.empty() ? "" : ", ") + bold("--" + option.long_name);
    if (!option.value.empty()) names += " " + value_text(option);
    return ".TP\n" + names + "\n" + filled(option.meaning + (option.is_repeatable ? "; may be given again." : "."));
}

std::string argument_item(const OutlineArgument& argument) {
    return ".TP\n" + italic(argument.value) + "\n" + filled(argument.meaning + ".");
}

std::string synopsis(const OutlineCommand& command) {
    std::string line = bold("reddline " + command.name) + " [" + italic("option") + " ...]";
    for (const OutlineArgument& option : command.options) {
        const std::string name = option.short_name.empty() ? "--" + option.long_name : "-" + option.short_name;
        if (option.is_required) line += " " + bold(name) + " " + italic(option.value);
    }
    for (const OutlineArgument& argument : command.arguments) {
        const std::string name = italic(argument.value) + (argument.is_repeatable ? " ..." : "");
        line += argument.is_required ? " " + name : " [" + name + "]";
    }
    return ".SH SYNOPSIS\n" + line + "\n";
}

std::string exit_codes() {
    return ".SH EXIT STATUS\n"
           ".TP\n0\nDone.\n"
           ".TP\n1\nOur own fault, please report it.\n"
           ".TP\n2\nThe command line or the audit file is wrong, or an output is there already.\n"
           ".TP\n3\nIncomplete: parts of the work are missing or failed.\n"
           ".TP\n4\nDone, and a finding reached \\fB\\-\\-fail\\-on\\fR.\n"
           ".TP\n65\nAn input cannot be used; of \\fBreddline verify\\fR:\nnot the same bits, or it cannot be said.\n"
           ".TP\n74\nAn output cannot be written.\n"
           ".TP\n75\nStopped by a signal.\n";
}

}  // namespace

std::string manual_page(const std::vector<OutlineCommand>& commands) {
    std::string page = head("reddline", "recompute the carbon credits of a forest-protection project");
    page += ".SH SYNOPSIS\n" + bold("reddline") + " " + italic("command") + " [" + italic("option") + " ...]\n";
    page += ".SH DESCRIPTION\n" + filled(program_text) + ".SH COMMANDS\n";
    for (const OutlineCommand& command : commands)
        page += ".TP\n" + bold(command.name) + "\n" + filled(command.summary + std::string("."));
    page += ".SH OPTIONS\n.TP\n" + bold("-h") + ", " + bold("--help") + "\nHelp on the program, or on a command.\n";
    page += ".TP\n" + bold("--version") + "\nVersion and commit.\n" + exit_codes();
    page += ".SH ENVIRONMENT\n.TP\n" + bold("NO_COLOR") + "\nNo colours in messages where it is set.\n";
    page += ".TP\n" + bold("REDDLINE_MPI") + "\nThe MPI module to open under an MPI launcher; " + bold("none") +
            " for none.\n";
    page += ".TP\n" + bold("TMPDIR") + "\nWhere " + bold("reddline verify") + " repeats a command.\n.SH SEE ALSO\n";
    for (const OutlineCommand& command : commands)
        page += ".BR " + roff("reddline-" + command.name) + " (1)" + (&command == &commands.back() ? "" : ",") + "\n";
    return page;
}

std::string manual_page(const OutlineCommand& command) {
    std::string summary = command.summary;
    summary.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(summary.front())));
    std::string page = head("reddline-" + command.name, summary) + synopsis(command);
    page += ".SH DESCRIPTION\n" + filled(command.summary + ".");
    if (!command.text.empty()) page += ".PP\n" + filled(command.text);
    if (!command.arguments.empty()) page += ".SH ARGUMENTS\n";
    for (const OutlineArgument& argument : command.arguments)
        page += argument_item(argument);
    page += ".SH OPTIONS\n";
    for (const OutlineArgument& option : command.options)
        page += option_item(option);
    page += ".SH EXAMPLES\n.nf\n";
    for (const std::string& example : command.examples)
        page += roff(example) + "\n";
    return page + ".fi\n.SH SEE ALSO\n.BR reddline (1)\n";
}

}  // namespace reddline::cli
