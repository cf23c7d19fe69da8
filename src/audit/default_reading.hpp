#pragma once

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "domain/finding.hpp"

namespace reddline::audit {

/// A default reading that does not treat what was expected and what is observed alike.
[[nodiscard]] Findings check_default_reading(const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::audit
