#pragma once

#include <filesystem>
#include <string>

namespace reddline::cli {

/// True for a file that begins as a legend does.
[[nodiscard]] bool is_legend(const std::filesystem::path& path);

/// The legend of the map in a file, beside it or else beside the audit file: one of the map's name in the audit (`NAME.csv`,
/// `NAME-legend.csv`, `NAME_legend.csv`), else `legend.csv`, which is that of every map. Empty where there is none.
[[nodiscard]] std::string find_legend(const std::string& map, const std::string& name, const std::string& audit_file);

}  // namespace reddline::cli
