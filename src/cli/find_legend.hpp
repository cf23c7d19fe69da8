#pragma once

#include <string>

namespace reddline::cli {

/// The legend of a map, among the tables beside it and beside the audit file: one named as the map (`MAP.csv`,
/// `MAP-legend.csv`, `MAP_legend.csv`), else the only legend there. Empty where there is none, or several and none is
/// named so.
[[nodiscard]] std::string find_legend(const std::string& map, const std::string& audit_file);

}  // namespace reddline::cli
