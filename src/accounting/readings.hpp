#pragma once

#include <span>
#include <vector>

#include "accounting/workings.hpp"
#include "domain/audit_case.hpp"
#include "domain/reading.hpp"
#include "domain/statement.hpp"

namespace reddline::accounting {

/// Every combination of the open choices that means something of its own, the default first.
///
/// Errors: Error{audit_file} when there are more than a million for all project zones together; [readings] then has to
///         exclude some. Source: docs/equations.md, Eq. 24
[[nodiscard]] std::vector<Reading> every_reading(const AuditCase& audit);

/// The readings of every project zone, in the order of the zones; the reported route only where the claim reports the
/// zone. Refused readings keep their reason.
///
/// Shapes: `nation` holds the choices of the reference level of `readings`. Source: docs/equations.md, Eq. 24
[[nodiscard]] std::vector<ReadingResult> evaluate_readings(const Workings& nation, std::span<const Reading> readings);

/// Why the statement of a reading does not treat what was expected and what is observed alike.
///
/// Source: docs/equations.md, Eq. 24
[[nodiscard]] std::vector<Caveat> caveats_of(const Workings& workings, const Statement& statement);

}  // namespace reddline::accounting
