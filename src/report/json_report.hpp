#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::report {

/// audit.json: statements, readings, stocks, missing inputs and findings for machines, with units in the names.
[[nodiscard]] std::string audit_json(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
