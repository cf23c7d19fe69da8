#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/stratum.hpp"
#include "domain/zone.hpp"

namespace reddline {

/// A forest-type map of a draft. Paths are as the audit file will hold them.
struct DraftMap {
    std::string name;
    std::string raster;                   ///< empty where the map is one of polygons
    std::string vector;                   ///< empty where it is a raster
    std::string layer;                    ///< of the vector; empty where it has only one
    std::vector<std::string> attributes;  ///< of the vector: one of them holds the codes
    std::optional<int> year;              ///< as the file's name has it
    std::string legend;                   ///< empty where none was found
    std::string legend_hint;              ///< what is still to be done about the legend; empty = nothing
    std::optional<StrataRole> role;
    std::string other_grid;  ///< what it has that the loss tiles have not; empty where its pixels are theirs
    std::string described;   ///< what it is, in a few words
};

/// A zone of a draft.
struct DraftZone {
    std::string name;
    std::optional<ZoneRole> role;
    std::string source;
    std::string layer;           ///< empty where the source has only one
    std::string where;           ///< empty = all features
    bool needs_project = false;  ///< a belt among several projects
    std::string described;
};

/// What is known of an audit before its file is written. What is empty is not known, and nothing stands in for it.
struct AuditDraft {
    std::string title;
    std::string label;
    std::vector<std::string> lossyear;  ///< paths or patterns
    std::vector<std::string> treecover2000;
    std::vector<std::string> datamask;
    std::string tiles_described;
    std::string release;
    std::optional<int> first_year;
    std::optional<int> last_year;
    std::string canopy_pct;
    std::string canopy_rule;
    std::vector<DraftMap> maps;
    std::vector<DraftZone> zones;
    std::string start;
    std::string end;
};

}  // namespace reddline
