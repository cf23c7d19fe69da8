#pragma once

#include <optional>
#include <string>
#include <vector>

namespace reddline::cli {

/// An audit of a batch, and how it ended.
struct BatchAudit {
    std::string file;
    std::string name;              ///< of its directory of results
    std::optional<int> exit_code;  ///< nothing = it was not run
    std::string error;             ///< the line that says why it failed; empty where it did not
    double seconds = 0.0;
};

/// True where the audit has no results: it failed, or was not run.
[[nodiscard]] bool has_failed(const BatchAudit& audit);

/// Marks audits as failed whose results in `folder` cannot be read.
void expect_results(const std::string& folder, std::vector<BatchAudit>& audits);

/// summary.csv: a row for each project zone of each audit, from the results in `folder`.
///
/// Errors: Error{table_malformed} for results that are none.
[[nodiscard]] std::string batch_csv(const std::vector<BatchAudit>& audits, const std::string& folder);

/// The same for the screen, with the seconds that each audit took.
[[nodiscard]] std::string batch_text(const std::vector<BatchAudit>& audits, const std::string& folder);

}  // namespace reddline::cli
