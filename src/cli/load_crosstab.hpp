#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/load_tables.hpp"
#include "domain/count_basis.hpp"
#include "domain/finding.hpp"

namespace reddline::cli {

/// What an earlier run counted, beside the zones and crosstabs that it put into the tables.
struct EarlierCount {
    std::optional<CountBasis> basis;  ///< nothing in an audit of tables alone
    Findings layer_findings;
    std::vector<std::string> files;
};

/// Reads what `crosstab` or `audit` wrote to a directory, and sets zones and crosstabs of `tables.audit`.
///
/// Errors: those of the parsers; Error{missing_file, unreadable_file}; Error{crosstab_mismatch} when it was counted with
///         another audit file.
[[nodiscard]] EarlierCount load_crosstab(const std::string& folder, LoadedTables& tables);

}  // namespace reddline::cli
