#include "audit/codes_out_of_range.hpp"

#include <string>
#include <utility>

#include "domain/number_text.hpp"

namespace reddline::audit {

namespace {

/// Adds the finding with the rejected pixels as its evidence, where there are any.
void add_rejected(const ZoneExtent& extent, const OutcomeTally& outcomes, Outcome outcome, Finding finding,
                  Findings& findings) {
    const std::int64_t pixels = outcomes[static_cast<std::size_t>(outcome)].pixels;
    if (pixels == 0) return;
    const double share_pct = 100.0 * static_cast<double>(pixels) / static_cast<double>(extent.inside.pixels);
    finding.evidence = std::to_string(pixels) + " of " + std::to_string(extent.inside.pixels) + " pixels, " +
                       fixed(share_pct, 4) + " %";
    findings.push_back(std::move(finding));
}

}  // namespace

Findings check_codes_out_of_range(const AuditCase& audit, const AuditResult& /*results*/) {
    Findings findings;
    if (!audit.has_pixels()) return findings;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        const OutcomeTally& outcomes = audit.crosstabs.front().crosstab.zone_outcome(zone);
        const ZoneExtent& extent = audit.zones[zone];
        add_rejected(extent, outcomes, Outcome::beyond_last_year,
                     {"codes_beyond_last_year", Severity::warning, extent.zone.name,
                      "Loss codes beyond " + std::to_string(audit.codes.last().value()) + ", the last year of " +
                          audit.release + ", were rejected; check release and last_year.",
                      ""},
                     findings);
        add_rejected(extent, outcomes, Outcome::cover_out_of_range,
                     {"cover_out_of_range", Severity::warning, extent.zone.name,
                      "Canopy cover above 100 per cent was rejected; check the tree cover layer.", ""},
                     findings);
    }
    return findings;
}

}  // namespace reddline::audit
