#pragma once

#include "domain/audit_case.hpp"
#include "domain/reading.hpp"

namespace reddline {

/// True when the route says what land became that stopped being forest.
[[nodiscard]] bool observes_destinations(const AuditCase& audit, Route route);

/// True when the route can say that one forest type became another. A claim or a sample that never names a forest as what land became
/// speaks of land that left the forest alone.
[[nodiscard]] bool observes_degradation(const AuditCase& audit, Route route);

/// True when the route has data of the zone. A claim may say nothing of a zone, and so may a sample.
[[nodiscard]] bool observes_zone(const AuditCase& audit, Route route, std::size_t zone);

/// True when the choice can change what the reading gives in this audit.
[[nodiscard]] bool has_part(const AuditCase& audit, const Reading& reading, Choice choice);

/// `reading` with every choice that has no part in it taken from `standard`, arcs and post-stock at `option-1` and `zero`,
/// which is what such a reading amounts to, and the maps route at the baseline map: so readings of one meaning are equal.
///
/// Source: docs/equations.md, Eq. 24
[[nodiscard]] Reading without_idle_choices(const AuditCase& audit, Reading reading, const Reading& standard);

}  // namespace reddline
