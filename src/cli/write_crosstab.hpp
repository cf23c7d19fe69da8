#pragma once

#include <string>

#include "cli/output_directory.hpp"
#include "domain/audit_case.hpp"
#include "domain/finding.hpp"

namespace reddline::cli {

/// Writes the tables of counted pixels, from which `account` works.
///
/// Errors: Error{output_failed}.
void write_crosstab(const AuditCase& audit, const Findings& layer_findings, const OutputDirectory& output);

/// What became of the pixels, as a line of the screen.
[[nodiscard]] std::string pixels_text(const std::string& sentence);

}  // namespace reddline::cli
