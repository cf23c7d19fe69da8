#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::report {

/// The answer on at most a screen, for the terminal.
[[nodiscard]] std::string summary_text(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
