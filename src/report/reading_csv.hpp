#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::report {

/// choices.csv: how much the credits move when only one choice changes (Eq. 24).
[[nodiscard]] std::string choices_csv(const AuditCase& audit, const AuditResult& results);

/// unit_reference.csv: what 1,000 ha of each forest type are expected to lose and emit, under every reading of the national
/// transitions.
[[nodiscard]] std::string unit_reference_csv(const AuditCase& audit, const AuditResult& results);

/// missing.csv: what could not be computed for lack of an input, the document that holds it, and what it would decide.
[[nodiscard]] std::string missing_csv(const AuditResult& results);

}  // namespace reddline::report
