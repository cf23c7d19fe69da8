#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "domain/filter_steps.hpp"

namespace reddline::report {

/// The way from all pixels of a zone to the loss of one stratum in one year, as tables for people.
[[nodiscard]] std::string filter_steps_text(const AuditCase& audit, const FilterSteps& steps);

}  // namespace reddline::report
