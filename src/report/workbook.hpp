#pragma once

#include <vector>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/sheet.hpp"

namespace reddline::report {

/// The sheets of audit.xlsx: the inputs of the default reading, then one sheet per project zone whose formulas recompute its
/// credits from them. Where the reading is refused, the sheet says what is missing.
///
/// Source: docs/equations.md, Eq. 6, 10 to 23
[[nodiscard]] std::vector<Sheet> workbook(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
