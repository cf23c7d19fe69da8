#pragma once

#include <set>
#include <string>

#include "domain/audit_case.hpp"
#include "domain/reading.hpp"

namespace reddline::accounting {

/// Stops when a zone that the accounts use holds forest of a stratum without a carbon factor. Nothing to
/// check without factors.
///
/// Errors: Error{factor_missing} naming the stratum, a zone that holds it, its area and the factor table.
void expect_factors(const AuditCase& audit, const Reading& reading);

/// The strata of maps and national classes that are not forest and have no carbon factor: while there is any, nothing can
/// be said of what stands on land that stopped being forest. Needs `audit.factors`.
///
/// Source: docs/equations.md, Eq. 11
[[nodiscard]] std::set<std::string> destinations_without_stock(const AuditCase& audit);

}  // namespace reddline::accounting
