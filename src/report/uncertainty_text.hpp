#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/document.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// The interval of a project's credits and what the programmes would deduct, in one or two sentences; none where the default
/// reading is refused or nothing may be credited of it.
[[nodiscard]] std::vector<std::string> uncertainty_sentences(const Strings& say, const AuditCase& audit,
                                                             const AuditResult& results, std::size_t zone);

/// The section on a project's uncertainty, with its tables; it says so where no input has a standard error. Its key is
/// "uncertainty".
[[nodiscard]] Section uncertainty_section(const Strings& say, const AuditCase& audit, const AuditResult& results,
                                          std::size_t zone);

}  // namespace reddline::report
