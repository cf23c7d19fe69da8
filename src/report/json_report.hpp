#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::report {

/// audit.json: all results for machines, from pixels to readings and findings, with units in the names.
[[nodiscard]] std::string audit_json(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
