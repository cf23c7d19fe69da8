#include "audit/data_gaps.hpp"

#include <string>

#include "domain/number_text.hpp"

namespace reddline::audit {

Findings check_data_gaps(const AuditCase& audit, const AuditResult& /*results*/) {
    Findings findings;
    if (!audit.has_pixels()) return findings;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        const OutcomeTally& outcomes = audit.crosstabs.front().crosstab.zone_outcome(zone);
        for (const Outcome outcome : {Outcome::no_data_loss, Outcome::no_data_cover, Outcome::no_data_mask}) {
            const std::int64_t pixels = outcomes[static_cast<std::size_t>(outcome)].pixels;
            if (pixels == 0) continue;
            const double share_pct =
                100.0 * static_cast<double>(pixels) / static_cast<double>(audit.zones[zone].inside.pixels);
            findings.push_back({"data_gap", share_pct >= 1.0 ? Severity::warning : Severity::note,
                                audit.zones[zone].zone.name, "Pixels of the zone have no data and are not counted.",
                                std::string(to_string(outcome)) + ": " + std::to_string(pixels) + " pixels, " +
                                    fixed(share_pct, 4) + " %"});
        }
    }
    return findings;
}

}  // namespace reddline::audit
