#pragma once

#include <cstddef>
#include <vector>

#include "accounting/statement.hpp"
#include "domain/answer.hpp"
#include "domain/audit_case.hpp"
#include "domain/reading.hpp"
#include "domain/statement.hpp"

namespace reddline::accounting {

/// The reading that is used where nothing else is asked for: loss route on the baseline map, linear, pooled,
/// option 1, static areas; the destination's stock where every stratum that is not forest has a factor, else
/// zero.
[[nodiscard]] Reading default_reading(const AuditCase& audit);

/// The default reading and option 2, by both routes, for every project zone; the default comes first.
///
/// Source: docs/equations.md, Eq. 15, 20
[[nodiscard]] std::vector<ReadingResult> evaluate_readings(const AuditCase& audit);

}  // namespace reddline::accounting
