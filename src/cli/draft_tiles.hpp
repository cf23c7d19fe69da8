#pragma once

#include <string>

#include "cli/found_sources.hpp"
#include "domain/audit_draft.hpp"

namespace reddline::cli {

/// A path as an audit file at `audit_file` names it: relative to that file, but where it is remote.
[[nodiscard]] std::string path_from(const std::string& audit_file, const std::string& path);

/// Fills in what the tiles of the loss product tell: a pattern of each layer where one fits just them, release and
/// years.
///
/// Errors: Error{usage} for tiles of several releases.
void draft_tiles(const std::vector<FoundTile>& tiles, const std::string& audit_file, AuditDraft& draft);

}  // namespace reddline::cli
