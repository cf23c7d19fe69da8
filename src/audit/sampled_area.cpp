#include "audit/sampled_area.hpp"

#include <optional>
#include <string>

#include "audit/evidence_text.hpp"
#include "audit/zone_facts.hpp"
#include "domain/zone_list.hpp"

namespace reddline::audit {

namespace {

/// Area of the strata that a sample gives for a zone; nothing where a stratum may lie in several zones.
std::optional<Hectares> area_of_strata(const SampleEvidence& evidence, const std::string& zone) {
    if (!evidence.speaks_of(zone)) return std::nullopt;
    const bool is_whole = !evidence.zone.empty();
    Hectares sum;
    for (const SampledStratum& stratum : evidence.sample.strata) {
        if (!is_whole && stratum.zone.empty()) return std::nullopt;
        if (is_whole || lies_in(stratum.zone, zone)) sum += stratum.area;
    }
    return sum;
}

/// Area of a zone without water and pixels that cannot be used, of which a sample need not speak.
Hectares counted_area(const AuditCase& audit, std::size_t zone) {
    if (!audit.has_pixels()) return area_of_zone(audit, zone);
    const OutcomeTally& outcomes = audit.crosstabs.front().crosstab.zone_outcome(zone);
    return hectares(outcomes[static_cast<std::size_t>(Outcome::counted)].area_cm2);
}

}  // namespace

Findings check_sampled_area(const AuditCase& audit, const AuditResult& /*results*/) {
    Findings findings;
    if (!audit.sample || !audit.sample->shows_loss()) return findings;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        const std::string& name = audit.zones[zone].zone.name;
        const auto sampled = area_of_strata(*audit.sample, name);
        const Hectares counted = counted_area(audit, zone);
        const Hectares whole = area_of_zone(audit, zone);
        if (!sampled ||
            (*sampled >= (1.0 - tolerated_area_share) * counted && *sampled <= (1.0 + tolerated_area_share) * whole))
            continue;
        findings.push_back({"sample_area_differs", Severity::warning, name,
                            "The strata of the sample have another area than the zone, so its estimates may not be of "
                            "the same land.",
                            "strata of the sample " + ha_text(*sampled) + ", " +
                                (audit.has_pixels() ? "counted pixels of the zone " + ha_text(counted) +
                                                          ", with water and gaps " + ha_text(whole)
                                                    : "declared strata of the zone " + ha_text(whole))});
    }
    return findings;
}

}  // namespace reddline::audit
