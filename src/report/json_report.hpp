#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// audit.json: all results for machines, from pixels to readings and findings, with units in the names; and what the report says
/// of them.
[[nodiscard]] std::string audit_json(const Strings& say, const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
