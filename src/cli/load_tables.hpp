#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"
#include "domain/audit_case.hpp"
#include "inputs/audit_file.hpp"

namespace reddline::cli {

/// An audit file and the tables it names, read and checked; no raster and no zone has been opened.
struct LoadedTables {
    inputs::AuditFile file;
    std::string folder;             ///< of the audit file; its paths are relative to it
    AuditCase audit;                ///< without crosstabs, and without zones but in an audit of tables alone
    std::vector<std::string> read;  ///< every file that was read, the audit file first
};

/// The sample of an audit file, estimated; nothing else that the file names was read.
struct LoadedSample {
    std::string title;
    std::string label;   ///< as the audit file gives it
    std::string folder;  ///< of the audit file; its paths are relative to it
    SampleEvidence evidence;
    std::vector<std::string> read;  ///< every file that was read, the audit file first
};

/// The text of a file.
///
/// Errors: Error{missing_file, unreadable_file}.
[[nodiscard]] std::string read_text(const std::string& path);

/// True when the audit file gives areas in a table and no loss product: nothing is counted then.
///
/// Errors: those of the audit file's parser.
[[nodiscard]] bool is_of_tables_alone(const Options& options);

/// Reads an audit file and its legends, factors, transitions and claim. Once the zones are read, their names must be
/// resolved (`inputs::resolve_zone_names`).
///
/// Errors: those of the parsers; Error{audit_file} when a part that every raster command needs is missing.
[[nodiscard]] LoadedTables load_tables(const Options& options);

/// Reads an audit file and its tables for an audit of tables alone: the zones are those of [project] areas, and the
/// years those of the monitoring period.
///
/// Errors: those of the parsers; Error{usage} when the audit file is one of pixels, which need a crosstab;
///         Error{audit_file} when areas, monitoring period or national classes are missing.
[[nodiscard]] LoadedTables load_tables_alone(const Options& options);

/// Reads an audit file and the tables of its sample, and estimates from them.
///
/// Errors: those of the parsers; Error{audit_file} without a [sample].
[[nodiscard]] LoadedSample load_sample_alone(const Options& options);

}  // namespace reddline::cli
