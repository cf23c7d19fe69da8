#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <vector>

#include "cli/load_tables.hpp"
#include "cli/options.hpp"
#include "domain/count_basis.hpp"
#include "domain/finding.hpp"

namespace reddline::cli {

/// A case that can be accounted, and what it was read from.
struct LoadedCase {
    LoadedTables tables;
    std::vector<std::string> files;  ///< inputs besides the audit file and its tables
    Findings layer_findings;         ///< what layers and zones gave reason to doubt
    /// Of the crosstab that was read; nothing when this run counted, or nothing was.
    std::optional<CountBasis> earlier;
};

/// True when the audit file is one of tables alone. Errors: Error{usage} when a block index is given for it.
[[nodiscard]] bool counts_no_pixels(const Options& options);

/// The case of an audit file by whichever way the options leave open: from an earlier crosstab, from tables alone, or by
/// counting the pixels now.
///
/// Errors: those of the parsers and of the raster pass; Error{usage} when a crosstab is given for an audit of tables alone.
[[nodiscard]] LoadedCase load_case(const Options& options, const std::atomic<bool>& stop);

/// The warnings among findings on layers and zones, a line each, for commands that end with a number and no findings.
[[nodiscard]] std::string doubts_text(const Findings& layer_findings);

}  // namespace reddline::cli
