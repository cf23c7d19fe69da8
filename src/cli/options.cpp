#include "cli/options.hpp"

#include <algorithm>
#include <filesystem>

namespace reddline::cli {

namespace {

constexpr std::string_view maps_option = " --maps";
constexpr std::string_view set_option = " --set '";
/// A quote within the quotes of a shell.
const std::string quoted_quote = "'\\''";

}  // namespace

std::string command_text(const Options& options) {
    std::string text =
        "reddline " + to_string(options.command) + " " + std::filesystem::path(options.audit_file).filename().string();
    if (!options.crosstab.empty()) text += std::string(" --crosstab ") + crosstab_name;
    if (options.allow_missing_blocks) text += " --allow-missing-blocks";
    if (options.maps) text += maps_option;
    if (options.mocaredd) text += " --mocaredd";
    if (options.parquet) text += " --parquet";
    return text + settings_text(options.settings);
}

bool writes_maps(std::string_view command) {
    return command.substr(0, command.find(set_option)).find(maps_option) != std::string_view::npos;
}

int exit_code_of(const Options& options, const Findings& findings) {
    const bool reached = options.fail_on && std::ranges::any_of(findings, [&](const Finding& finding) {
                             return finding.severity >= *options.fail_on;
                         });
    return reached ? 4 : 0;
}

std::string settings_text(const std::vector<std::string>& settings) {
    std::string text;
    for (const std::string& setting : settings) {
        text += set_option;
        for (const char c : setting)
            text += c == '\'' ? quoted_quote : std::string(1, c);
        text += '\'';
    }
    return text;
}

std::optional<std::vector<std::string>> parse_settings_text(std::string_view text) {
    std::vector<std::string> settings;
    while (text.starts_with(set_option)) {
        text.remove_prefix(set_option.size());
        std::string setting;
        while (!text.empty() && (text.front() != '\'' || text.starts_with(quoted_quote))) {
            const bool is_quote = text.front() == '\'';
            setting += text.front();
            text.remove_prefix(is_quote ? quoted_quote.size() : 1);
        }
        if (text.empty()) return std::nullopt;
        text.remove_prefix(1);
        settings.push_back(setting);
    }
    if (!text.empty()) return std::nullopt;
    return settings;
}

}  // namespace reddline::cli
