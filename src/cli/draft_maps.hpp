#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/draft_request.hpp"
#include "cli/found_sources.hpp"
#include "domain/audit_draft.hpp"

namespace reddline::cli {

/// A legend that a map still lacks: its codes, without what they mean.
struct DraftLegend {
    std::string path;
    std::string text;
};

/// What is drafted of the forest-type maps.
struct DraftedMaps {
    std::vector<DraftMap> maps;
    std::vector<DraftLegend> legends;   ///< to be written beside the audit file
    std::vector<std::string> left_out;  ///< rasters whose pixels are no codes
};

/// Drafts the maps that are asked for, or else those found. A map without a legend gets a draft of one, with the codes
/// of its pixels where these are few enough to be read in a moment.
///
/// Errors: those of open_tile, polygon_layers and seen_codes for maps that are asked for.
[[nodiscard]] DraftedMaps draft_maps(const DraftRequest& request, const FoundSources& found,
                                     const std::string& audit_file);

}  // namespace reddline::cli
