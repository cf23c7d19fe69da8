#pragma once

#include <cstddef>
#include <string>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// What a project's buffer account comes to without a deduction for uncertainty, in one sentence; empty without a ledger.
[[nodiscard]] std::string buffer_sentence(const Strings& say, const AuditCase& audit, const AuditResult& results,
                                          std::size_t zone);

}  // namespace reddline::report
