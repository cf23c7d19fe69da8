#pragma once

#include <set>
#include <string>

#include "accounting/workings.hpp"
#include "domain/audit_case.hpp"
#include "domain/reading.hpp"

namespace reddline::accounting {

/// How many pixels of the zones the crosstab holds.
enum class CountedPixels { all, some };

/// Stops when a zone that the accounts use holds forest of a stratum without a carbon factor. Nothing to
/// check without factors.
///
/// Errors: Error{factor_missing} naming the stratum, a zone that holds it, its area and the factor table.
void expect_factors(const Workings& workings, const Reading& reading, CountedPixels counted = CountedPixels::all);
/// The same under the default reading of a case, before anything else of it is worked out.
void expect_factors(const AuditCase& audit, CountedPixels counted = CountedPixels::all);

/// The strata of maps and national classes that are not forest and that a factor set lacks: while there is any, nothing can
/// be said by that set of what stands on land that stopped being forest.
///
/// Source: docs/equations.md, Eq. 11
[[nodiscard]] std::set<std::string> destinations_without_stock(const AuditCase& audit, const CarbonTable& factors);

/// The forest strata of maps and national classes that a factor set lacks.
[[nodiscard]] std::set<std::string> forest_without_factor(const AuditCase& audit, const CarbonTable& factors);

}  // namespace reddline::accounting
