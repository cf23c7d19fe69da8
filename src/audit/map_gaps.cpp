#include "audit/map_gaps.hpp"

#include <algorithm>

#include "audit/evidence_text.hpp"
#include "domain/units.hpp"

namespace reddline::audit {

namespace {

/// Forest of the earlier map: all of it, and the part that the later map does not show.
struct Gap {
    Tally forest;
    Tally unseen;
};

Gap gap_between(const AuditCase& audit, const AuditResult& results, std::size_t zone, const MapTransition& like) {
    const auto& from_strata = audit.maps[like.from_map].legend.strata();
    const std::size_t to_strata = audit.maps[like.to_map].legend.strata().size();
    Gap gap;
    for (const MapTransition& row : results.transitions) {
        const bool is_same = row.zone == zone && row.from_map == like.from_map && row.to_map == like.to_map;
        if (!is_same || row.from >= from_strata.size() || from_strata[row.from].kind != StratumKind::forest) continue;
        gap.forest += row.tally;
        if (row.to >= to_strata) gap.unseen += row.tally;
    }
    return gap;
}

/// True for the baseline map and the first later map of role monitoring, the two that the maps route compares.
bool is_pair_of_maps_route(const AuditCase& audit, const MapTransition& row) {
    if (row.from_map != baseline_map(audit.maps)) return false;
    const int baseline_year = audit.maps[row.from_map].year;
    const auto later = std::ranges::find_if(audit.maps, [&](const StrataMap& map) {
        return map.role == StrataRole::monitoring && map.year > baseline_year;
    });
    return row.to_map == static_cast<std::size_t>(later - audit.maps.begin());
}

}  // namespace

Findings check_map_gaps(const AuditCase& audit, const AuditResult& results) {
    Findings findings;
    for (std::size_t i = 0; i < results.transitions.size(); ++i) {
        const MapTransition& row = results.transitions[i];
        const bool is_first = i == 0 || results.transitions[i - 1].zone != row.zone ||
                              results.transitions[i - 1].from_map != row.from_map ||
                              results.transitions[i - 1].to_map != row.to_map;
        if (!is_first || !is_pair_of_maps_route(audit, row)) continue;
        const Gap gap = gap_between(audit, results, row.zone, row);
        if (gap.unseen.pixels == 0) continue;
        const Hectares unseen = hectares(gap.unseen.area_cm2);
        findings.push_back(
            {"later_map_gap", Severity::warning, audit.zones[row.zone].zone.name,
             "Forest of " + audit.maps[row.from_map].name + " lies where " + audit.maps[row.to_map].name +
                 " has no data; the maps route leaves it out of what was expected and of what was lost.",
             ha_text(unseen) + ", " + per_cent(unseen / hectares(gap.forest.area_cm2)) + " of that forest"});
    }
    return findings;
}

}  // namespace reddline::audit
