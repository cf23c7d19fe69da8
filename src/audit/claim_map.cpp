#include "audit/claim_map.hpp"

#include <cstddef>
#include <string>

#include "audit/evidence_text.hpp"
#include "audit/stratum_mixes.hpp"
#include "audit/zone_facts.hpp"
#include "domain/number_text.hpp"

namespace reddline::audit {

namespace {

/// Lost area by a map's forest types, and what it emits.
std::string mix_text(const LossMix& mix, const std::string& map, const CarbonTable* factors) {
    std::string text = "by " + map + " " + ha_text(mix.lost_forest()) + " of forest lost";
    const auto emission = factors != nullptr ? emission_of(mix, *factors) : std::nullopt;
    if (emission) text += ", " + t_text(*emission);
    return text;
}

std::string evidence_of(const AuditCase& audit, const AuditResult& results, std::size_t claims_map,
                        std::size_t default_map) {
    std::string text = "claim: " + audit.maps[claims_map].name + "; default reading: " + audit.maps[default_map].name;
    const StratumQuestion* const question = claimed_question(audit, results);
    if (question == nullptr) return text;
    const LossMix* const claims = mapped_mix(*question, claims_map);
    const LossMix* const ours = mapped_mix(*question, default_map);
    if (claims == nullptr || ours == nullptr) return text;
    const CarbonTable* const factors = audit.factors_of(results.default_reading);
    if (const auto index = index_between(*question, *claims, *ours)) text += "; consistency index " + fixed(*index, 3);
    return text + "; " + mix_text(*claims, audit.maps[claims_map].name, factors) + "; " +
           mix_text(*ours, audit.maps[default_map].name, factors);
}

}  // namespace

Findings check_claim_map(const AuditCase& audit, const AuditResult& results) {
    const auto zone = claimed_zone(audit);
    if (!zone || !results.default_reading.strata_map) return {};
    const auto claims_map = audit.claimed_map();
    const std::size_t default_map = *results.default_reading.strata_map;
    if (!claims_map || *claims_map == default_map) return {};
    return {{"claim_on_other_strata_map", Severity::warning, audit.zones[*zone].zone.name,
             "The claim reads the forest types of its loss from another strata map than the default reading reads the "
             "forest of its reference level from.",
             evidence_of(audit, results, *claims_map, default_map)}};
}

}  // namespace reddline::audit
