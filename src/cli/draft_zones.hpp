#pragma once

#include <string>
#include <vector>

#include "cli/draft_request.hpp"
#include "cli/found_sources.hpp"
#include "domain/audit_draft.hpp"

namespace reddline::cli {

/// Drafts the zones of the files that are asked for, or else of those found: one for each name that an attribute gives,
/// or one of all features where none does.
///
/// Errors: Error{usage} for a project or belt that no zone is called; Error{table_malformed} for a file without
///         polygons; those of polygon_layers for files that are asked for.
[[nodiscard]] std::vector<DraftZone> draft_zones(const DraftRequest& request, const FoundSources& found,
                                                 const std::string& audit_file);

}  // namespace reddline::cli
