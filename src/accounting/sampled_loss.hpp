#pragma once

#include <cstddef>

#include "domain/activity_data.hpp"
#include "domain/answer.hpp"
#include "domain/audit_case.hpp"

namespace reddline::accounting {

/// Activity data of the sample route: the estimated area of each loss, spread evenly over the years whose change the points
/// show, and its standard error likewise.
///
/// Errors: a refusal without a sample, when the sample does not say which classes are loss and of which years, does not speak
///         of the zone, or has no estimate for it; and when the years do not hold the whole monitoring period.
/// Source: docs/equations.md, Eq. 20
[[nodiscard]] Answer<ActivityData> sampled_activity(const AuditCase& audit, std::size_t zone);

}  // namespace reddline::accounting
