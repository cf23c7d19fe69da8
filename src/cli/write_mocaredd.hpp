#pragma once

#include <string>

#include "cli/output_directory.hpp"
#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::cli {

/// Stops where the default reading is known to have no areas that a mocaredd workbook could hold, before anything is
/// counted.
///
/// Errors: Error{usage}.
void expect_mocaredd(const AuditCase& audit);

/// Writes a mocaredd workbook of every project: mocaredd.xlsx of one alone, mocaredd-1.xlsx, mocaredd-2.xlsx and so
/// on of several, in the order of the zones. Returns the lines that say why there is none of a project.
///
/// Errors: Error{output_failed}.
[[nodiscard]] std::string write_mocaredd(const AuditCase& audit, const AuditResult& results,
                                         const OutputDirectory& output);

}  // namespace reddline::cli
