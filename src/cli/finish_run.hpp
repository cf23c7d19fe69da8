#pragma once

#include <atomic>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/input_digests.hpp"
#include "cli/load_tables.hpp"
#include "cli/options.hpp"
#include "cli/output_directory.hpp"
#include "cli/stopwatch.hpp"
#include "domain/audit_result.hpp"
#include "domain/count_basis.hpp"

namespace reddline::cli {

/// What the end of a run needs besides the tables.
struct Ending {
    std::size_t threads = 1;            ///< that were taken
    std::vector<std::string> files;     ///< inputs besides the audit file and its tables
    std::optional<CountBasis> earlier;  ///< of the crosstab that was read; none when this run counted
    std::string default_reading;
    std::string summary;
    std::string remarks{};  ///< lines below it, such as what could not be written
};

/// Stops at a [readings] that the inputs do not allow, and at an [uncertainty] that names no input or whose distributions
/// cannot be, before anything is counted.
///
/// Errors: Error{audit_file, table_malformed}.
void expect_readings(const AuditCase& audit);

/// Accounts and checks a counted case; findings on layers and zones come first.
[[nodiscard]] AuditResult judged(const AuditCase& audit, const Findings& layer_findings);

/// Writes the tables of an accounted case, its workbook and audit.json.
///
/// Errors: Error{output_failed}.
void write_results(const AuditCase& audit, const AuditResult& results, const OutputDirectory& output);

/// Writes provenance and timing, moves the directory into place and prints the summary.
///
/// Errors: Error{output_failed, stopped}; those of InputDigests.
void finish(const Options& options, const LoadedTables& tables, const Ending& ending, const std::atomic<bool>& stop,
            InputDigests& digests, Stopwatch& watch, OutputDirectory& output);

}  // namespace reddline::cli
