#pragma once

#include <string>

#include "inputs/audit_file.hpp"

namespace reddline::inputs {

/// Stops unless the audit file names what pixels are counted from: the loss product and a zone. `name` is the file's, for
/// messages.
///
/// Errors: Error{audit_file}.
void expect_pixel_sections(const AuditFile& audit, const std::string& name);

/// Stops unless the audit file names what an audit of tables alone rests on: areas, a monitoring period, and national
/// transitions with their classes, which say what is forest where no map does.
///
/// Errors: Error{audit_file}; where the file names neither areas nor a loss product, the message tells both ways.
void expect_table_sections(const AuditFile& audit, const std::string& name);

/// Stops unless the audit file names a sample of reference points.
///
/// Errors: Error{audit_file}.
void expect_sample_section(const AuditFile& audit, const std::string& name);

}  // namespace reddline::inputs
