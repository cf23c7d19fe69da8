#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "accounting/lost_area.hpp"
#include "domain/activity_data.hpp"
#include "domain/audit_case.hpp"
#include "domain/stratum_question.hpp"
#include "domain/year.hpp"

namespace reddline::accounting {

/// The loss that a reference level expects in the monitoring period; nothing when the level knows no forest types.
///
/// Shapes: `expected` holds whole calendar years.
/// Source: docs/equations.md, Eq. 6
[[nodiscard]] std::optional<LossMix> expected_mix(const EmissionTable& expected, const MonitoringPeriod& period);

/// The loss that the claim reports of a zone; nothing when it reports none.
///
/// What is reported of a whole calendar year is taken by days, anything else as reported. Strata that are not forest are
/// `elsewhere`. All that is reported of forest is in it, whatever the land became, as mapped loss does not know it either;
/// what became another forest type is told apart.
/// Source: docs/equations.md, Eq. 6
[[nodiscard]] std::optional<LossMix> reported_mix(const AuditCase& audit, std::size_t zone);

/// The loss that the sample estimates of a zone; nothing where the route `sample` is refused.
///
/// Source: docs/equations.md, Eq. 6, 20
[[nodiscard]] std::optional<LossMix> estimated_mix(const AuditCase& audit, std::size_t zone);

/// The loss that the pixels show under one strata map, by its forest strata.
///
/// Where the map has another stratum or no data, the loss is `elsewhere`; excluded strata are not forest at any canopy
/// cover, so that what they lose is in neither, as in every table of mapped loss.
[[nodiscard]] LossMix mapped_mix(const AuditCase& audit, const LostArea& lost, std::size_t map);

/// Half the sum of the differences of shares, stratum by stratum: 0 the same mix, 1 disjoint.
///
/// Both mixes must show loss. Source: docs/equations.md, Eq. 27
[[nodiscard]] double distance_between(const LossMix& one, const LossMix& other);

}  // namespace reddline::accounting
