#pragma once

#include <string>
#include <vector>

namespace reddline::cli {

/// What `init` is told of the audit file that it writes; what is empty it looks for, or leaves to fill in.
struct DraftRequest {
    std::vector<std::string> folders;   ///< where tiles, maps and zones are looked for, not in their subfolders
    std::vector<std::string> maps;      ///< `FILE` or `ROLE=FILE`; none = those in the folders
    std::vector<std::string> zones;     ///< files; none = those in the folders
    std::string legend;                 ///< of every map; empty = what lies beside each
    std::vector<std::string> projects;  ///< names of zones
    std::vector<std::string> belts;     ///< names of zones
    std::string title;
    std::string label;
    std::string release;
    std::string canopy_pct;
    std::string canopy_rule;
    std::string start;
    std::string end;
};

}  // namespace reddline::cli
