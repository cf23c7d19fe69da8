#pragma once

#include <vector>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"

namespace reddline::accounting {

/// What the inputs do not allow to compute: the input to give, the document that usually holds it, and what it would decide.
[[nodiscard]] std::vector<MissingInput> missing_inputs(const AuditCase& audit);

}  // namespace reddline::accounting
