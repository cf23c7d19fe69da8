#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/activity_data.hpp"
#include "domain/audit_case.hpp"
#include "domain/crosstab.hpp"
#include "domain/map_pair.hpp"
#include "domain/map_transition.hpp"

namespace reddline::accounting {

/// All transitions of a zone between two maps, sorted by strata, from the crosstab without patch filter.
///
/// Source: docs/equations.md, Eq. 20
[[nodiscard]] std::vector<MapTransition> map_transitions(const AuditCase& audit, std::size_t zone, MapPair pair);

/// Activity data of the maps route: yearly area of every change out of a forest stratum, the same for each
/// year after the first map's up to the second map's.
///
/// Source: docs/equations.md, Eq. 20
/// Shapes: `changes` are those of the zone, see map_transitions.
[[nodiscard]] ActivityData map_activity(const AuditCase& audit, std::size_t zone, MapPair pair,
                                        const std::vector<MapTransition>& changes);

}  // namespace reddline::accounting
