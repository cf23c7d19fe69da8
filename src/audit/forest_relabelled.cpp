#include "audit/forest_relabelled.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "audit/evidence_text.hpp"
#include "audit/zone_facts.hpp"
#include "domain/units.hpp"

namespace reddline::audit {

namespace {

using Arc = std::pair<std::string, std::string>;

/// Forest of an earlier map that a later one shows as forest too.
struct ForestInBoth {
    Hectares all;                    ///< forest in both maps
    Hectares relabelled;             ///< of it, as another forest type
    std::map<Arc, Hectares> unlost;  ///< of that, without mapped loss between the two maps, by arc
};

const Stratum* forest_at(const StrataMap& map, std::uint16_t index) {
    const auto& strata = map.legend.strata();
    return index < strata.size() && strata[index].kind == StratumKind::forest ? &strata[index] : nullptr;
}

bool is_lost_between(const AuditCase& audit, std::uint8_t loss_code, int from_year, int to_year) {
    if (loss_code == 0) return false;
    const int year = audit.codes.year_of(loss_code).value();
    return year > from_year && year <= to_year;
}

ForestInBoth compare(const AuditCase& audit, std::size_t zone, std::size_t from, std::size_t to) {
    const Crosstab& crosstab = audit.crosstabs.front().crosstab;
    ForestInBoth forest;
    for (const Bin& bin :
         std::ranges::equal_range(crosstab.bins(), zone, {}, [](const Bin& b) -> std::size_t { return b.key.zone; })) {
        const auto& strata = crosstab.combinations()[bin.key.combination];
        const Stratum* const before = forest_at(audit.maps[from], strata[from]);
        const Stratum* const after = forest_at(audit.maps[to], strata[to]);
        if (before == nullptr || after == nullptr) continue;
        const Hectares area = hectares(bin.tally.area_cm2);
        forest.all += area;
        if (before->name == after->name) continue;
        forest.relabelled += area;
        if (!is_lost_between(audit, bin.key.loss_code, audit.maps[from].year, audit.maps[to].year))
            forest.unlost[{before->name, after->name}] += area;
    }
    return forest;
}

Hectares sum_of(const std::map<Arc, Hectares>& arcs) {
    Hectares sum;
    for (const auto& [arc, area] : arcs)
        sum += area;
    return sum;
}

/// What the relabelled hectares would emit as change to less carbon; nothing when a stratum has no factor.
///
/// Source: docs/equations.md, Eq. 11, 15
std::optional<TonnesCO2e> emission_of(const std::map<Arc, Hectares>& arcs, const CarbonTable* factors) {
    TonnesCO2e sum;
    for (const auto& [arc, area] : arcs) {
        const CarbonStock* const before = factors != nullptr ? factors->find(arc.first) : nullptr;
        const CarbonStock* const after = factors != nullptr ? factors->find(arc.second) : nullptr;
        if (before == nullptr || after == nullptr) return std::nullopt;
        if (before->density() > after->density()) sum += area * as_CO2e(before->density() - after->density());
    }
    return sum;
}

std::string evidence_of(const ForestInBoth& forest, const CarbonTable* factors) {
    const auto most = std::ranges::max_element(forest.unlost, {}, [](const auto& arc) { return arc.second; });
    const Hectares unlost = sum_of(forest.unlost);
    std::string text = ha_text(unlost) + ", " + per_cent(unlost / forest.all) + " of the forest in both maps (" +
                       ha_text(forest.relabelled) + " with the land that saw loss); most of it " + most->first.first +
                       " > " + most->first.second + ", " + ha_text(most->second);
    if (const auto emission = emission_of(forest.unlost, factors))
        text += "; counted as change to less carbon it emits " + t_text(*emission);
    return text;
}

}  // namespace

Findings check_forest_relabelled(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    const auto baseline = baseline_map(audit.maps);
    if (!audit.has_pixels() || !baseline) return findings;
    const CarbonTable* const factors = audit.factors_of(results.default_reading);
    for (const std::size_t zone : project_zones(audit)) {
        for (std::size_t later = 0; later < audit.maps.size(); ++later) {
            if (audit.maps[later].year <= audit.maps[*baseline].year) continue;
            const ForestInBoth forest = compare(audit, zone, *baseline, later);
            if (forest.unlost.empty()) continue;
            findings.push_back({"forest_relabelled", Severity::note, audit.zones[zone].zone.name,
                                "Forest of " + audit.maps[*baseline].name + " is another forest type in " +
                                    audit.maps[later].name +
                                    ", where the loss product saw no loss between them: a change of label or of the "
                                    "forest, which the maps alone do not tell apart.",
                                evidence_of(forest, factors)});
        }
    }
    return findings;
}

}  // namespace reddline::audit
