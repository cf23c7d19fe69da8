#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// The answer on a screen of 120 columns, for the terminal; for one project it leaves room in 40 lines for what else is said of a
/// run.
[[nodiscard]] std::string summary_text(const Strings& say, const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
