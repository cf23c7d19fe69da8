#pragma once

#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// Every input that decides a number, with its values and where they come from, one line each.
[[nodiscard]] std::vector<std::string> source_lines(const Strings& say, const AuditCase& audit);

}  // namespace reddline::report
