#pragma once

#include <cstddef>
#include <vector>

#include "accounting/workings.hpp"
#include "domain/activity_data.hpp"
#include "domain/answer.hpp"
#include "domain/reading.hpp"

namespace reddline::accounting {

/// Activity data of a zone by the reading's route.
///
/// Errors: a refusal when the route needs maps, pixels or a claim that the audit has not.
/// Source: docs/equations.md, Eq. 20
[[nodiscard]] Answer<ActivityData> activity_data(const Workings& workings, std::size_t zone, const Reading& reading);

/// Emissions of activity data by stratum and whole year. Only forest strata emit; under option 1 only what
/// leaves forest; transitions to as much or more carbon are left out.
///
/// Errors: a refusal that names the stratum without a factor, or says that the audit has no factors.
/// Source: docs/equations.md, Eq. 11, 15, 20
[[nodiscard]] Answer<EmissionTable> emissions(const AuditCase& audit, const ActivityData& activity,
                                              const Reading& reading);

/// The rows of activity data that emit nothing under the reading: of land that was no forest, and of transitions that do
/// not count.
///
/// Errors: as `emissions`. Source: docs/equations.md, Eq. 15, 20
[[nodiscard]] Answer<std::vector<Activity>> uncounted(const AuditCase& audit, const ActivityData& activity,
                                                      const Reading& reading);

}  // namespace reddline::accounting
