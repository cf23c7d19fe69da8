#pragma once

#include <string>

#include "domain/audit_case.hpp"
#include "domain/reading.hpp"
#include "domain/solution.hpp"

namespace reddline::report {

/// solve.csv: what each input would have to be, reading by reading.
[[nodiscard]] std::string solve_csv(const AuditCase& audit, const Solution& solution);

/// What each input would have to be under the default reading, and what the claim implies by itself, on a screen.
[[nodiscard]] std::string solve_text(const AuditCase& audit, const Reading& default_reading, const Solution& solution);

}  // namespace reddline::report
