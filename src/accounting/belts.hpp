#pragma once

#include <cstddef>
#include <vector>

#include "domain/audit_case.hpp"

namespace reddline::accounting {

/// The displacement belts of a zone: those that name it, and those that name none where there is only one project.
[[nodiscard]] std::vector<std::size_t> belts_of(const AuditCase& audit, std::size_t project);

}  // namespace reddline::accounting
