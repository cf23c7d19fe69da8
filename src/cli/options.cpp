#include "cli/options.hpp"

#include <filesystem>

namespace reddline::cli {

std::string command_text(const Options& options) {
    std::string text =
        "reddline " + to_string(options.command) + " " + std::filesystem::path(options.audit_file).filename().string();
    if (!options.crosstab.empty()) text += std::string(" --crosstab ") + crosstab_name;
    if (options.allow_missing_blocks) text += " --allow-missing-blocks";
    return text;
}

}  // namespace reddline::cli
