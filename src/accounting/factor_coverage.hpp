#pragma once

#include "domain/audit_case.hpp"
#include "domain/reading.hpp"

namespace reddline::accounting {

/// Stops when a zone that the accounts use holds forest of a stratum without a carbon factor. Nothing to
/// check without factors.
///
/// Errors: Error{factor_missing} naming the stratum, a zone that holds it, its area and the factor table.
void expect_factors(const AuditCase& audit, const Reading& reading);

}  // namespace reddline::accounting
