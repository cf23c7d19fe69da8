#include "audit/claimed_area.hpp"

#include <cmath>

#include "audit/evidence_text.hpp"
#include "audit/zone_facts.hpp"

namespace reddline::audit {

Findings check_claimed_area(const AuditCase& audit, const AuditResult& /*results*/) {
    const auto zone = claimed_zone(audit);
    if (!zone || !audit.claim->area) return {};
    const Hectares claimed = *audit.claim->area;
    const Hectares found = area_of_zone(audit, *zone);
    const Hectares difference = claimed - found;
    if (found <= Hectares{} || std::abs(difference / found) <= tolerated_area_share) return {};
    const std::string whence = audit.has_pixels() ? "pixels of the zone " : "declared strata of the zone ";
    return {{"project_area_differs", Severity::warning, audit.zones[*zone].zone.name,
             "The claim states another project area than the zone has, so reported and mapped loss may not be of the "
             "same land.",
             "claimed " + ha_text(claimed) + ", " + whence + ha_text(found) + ", difference " +
                 (difference > Hectares{} ? "+" : "") + ha_text(difference) + " (" + per_cent(difference / found) +
                 ")"}};
}

}  // namespace reddline::audit
