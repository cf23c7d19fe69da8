#pragma once

#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "inputs/audit_file.hpp"

namespace reddline::cli {

/// An audit file and the tables it names, read and checked; no raster and no zone has been opened.
struct LoadedTables {
    inputs::AuditFile file;
    std::string folder;             ///< of the audit file; its paths are relative to it
    AuditCase audit;                ///< without zones and crosstabs
    std::vector<std::string> read;  ///< every file that was read, the audit file first
};

/// The text of a file.
///
/// Errors: Error{missing_file, unreadable_file}.
[[nodiscard]] std::string read_text(const std::string& path);

/// Reads an audit file and its legends, factors and transitions.
///
/// Errors: those of the parsers; Error{audit_file} when a part that every raster command needs is missing.
[[nodiscard]] LoadedTables load_tables(const std::string& audit_file);

}  // namespace reddline::cli
