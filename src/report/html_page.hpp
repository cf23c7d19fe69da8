#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/provenance.hpp"
#include "report/map_figure.hpp"

namespace reddline::report {

/// What `audit` and `account` write for people.
struct Pages {
    std::string markdown;  ///< report.md
    std::string html;      ///< report.html
};

/// Both pages from the text of audit.json, what run.json says of it, and its maps where there are any; from nothing else.
///
/// Errors: Error{table_malformed} with `name` as subject where the text is not that of an audit.json with a report, or the maps are
///         not those of one.
[[nodiscard]] Pages pages_of(const Strings& say, std::string_view audit_json, const std::string& name,
                             const Provenance& provenance, const std::optional<MapFiles>& maps);

}  // namespace reddline::report
