#include "audit/zone_coverage.hpp"

#include <string>

#include "domain/number_text.hpp"

namespace reddline::audit {

Findings check_zone_coverage(const AuditCase& audit, const AuditResult& /*results*/) {
    Findings findings;
    for (const ZoneExtent& extent : audit.zones) {
        if (extent.outside_pixels == 0) continue;
        const std::int64_t all = extent.inside.pixels + extent.outside_pixels;
        const double share_pct = 100.0 * static_cast<double>(extent.outside_pixels) / static_cast<double>(all);
        findings.push_back({"zone_partly_outside", Severity::warning, extent.zone.name,
                            "Part of the zone lies outside the loss tiles and is not counted.",
                            std::to_string(extent.outside_pixels) + " of " + std::to_string(all) + " pixels, " +
                                fixed(share_pct, 2) + " %"});
    }
    return findings;
}

}  // namespace reddline::audit
