#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::report {

/// report.md: the answer first, then what is missing, the tables, the findings and the sources.
[[nodiscard]] std::string markdown_report(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
