#include "cli/help_format.hpp"

#include <CLI/CLI.hpp>
#include <cstddef>
#include <sstream>
#include <string>

#include "report/wrapped_text.hpp"

namespace reddline::cli {

namespace {

constexpr std::size_t help_columns = 80;
constexpr std::size_t name_columns = 26;  // of options, arguments and commands, with the blanks around them

/// A text in lines of so many columns, without the last line's end.
std::string narrow(const std::string& text, std::size_t columns) {
    std::string lines = report::wrapped(text, "", columns);
    lines.pop_back();
    return lines;
}

/// Lines of prose are joined and broken anew; lines with blanks in front, such as examples, stay as they are.
std::string reflowed(const std::string& text) {
    std::istringstream lines(text);
    std::string all;
    std::string prose;
    const auto end_prose = [&] {
        if (!prose.empty()) all += report::wrapped(prose, "", help_columns);
        prose.clear();
    };
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with(' ') || line.ends_with(':')) {
            end_prose();
            all += line + "\n";
        } else {
            prose += (prose.empty() ? "" : " ") + line;
        }
    }
    end_prose();
    return all;
}

class HelpFormat : public CLI::Formatter {
public:
    HelpFormat() {
        column_width(name_columns);
        label("REQUIRED", "(required)");
        label("Positionals", "Arguments");
        label("SUBCOMMAND", "COMMAND");
    }

    std::string make_description(const CLI::App* app) const override { return reflowed(app->get_description()); }

    std::string make_footer(const CLI::App* app) const override { return reflowed(app->get_footer()); }

    std::string make_option_desc(const CLI::Option* option) const override {
        return beside_name(option->get_description());
    }

    /// Every argument is needed, also one whose lack the command itself tells of.
    std::string make_option_usage(const CLI::Option* option) const override {
        const bool is_list = option->get_expected_max() >= CLI::detail::expected_max_vector_size;
        return make_option_name(option, true) + (is_list ? "..." : "");
    }

    std::string make_subcommand(const CLI::App* command) const override {
        std::ostringstream out;
        CLI::detail::format_help(out, command->get_name(), beside_name(command->get_description()), name_columns);
        return out.str();
    }

private:
    static std::string beside_name(const std::string& text) { return narrow(text, help_columns - name_columns); }
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> help_format() {
    return std::make_shared<HelpFormat>();
}

}  // namespace reddline::cli
