#include "audit/map_gaps.hpp"

#include <algorithm>
#include <span>

#include "audit/evidence_text.hpp"
#include "domain/units.hpp"

namespace reddline::audit {

namespace {

/// Forest of the earlier map: all of it, and the part that the later map does not show.
struct Gap {
    Tally forest;
    Tally unseen;
};

/// Of the transitions of one zone between two maps.
Gap gap_in(const AuditCase& audit, std::span<const MapTransition> rows) {
    const auto& from_strata = audit.maps[rows.front().from_map].legend.strata();
    const std::size_t to_strata = audit.maps[rows.front().to_map].legend.strata().size();
    Gap gap;
    for (const MapTransition& row : rows) {
        if (row.from >= from_strata.size() || from_strata[row.from].kind != StratumKind::forest) continue;
        gap.forest += row.tally;
        if (row.to >= to_strata) gap.unseen += row.tally;
    }
    return gap;
}

/// The transitions that follow each other from the first on within one zone and between the same two maps.
std::span<const MapTransition> first_run(std::span<const MapTransition> transitions) {
    const MapTransition& like = transitions.front();
    const auto end = std::ranges::find_if_not(transitions, [&](const MapTransition& row) {
        return row.zone == like.zone && row.from_map == like.from_map && row.to_map == like.to_map;
    });
    return {transitions.begin(), end};
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
    std::span<const MapTransition> left = results.transitions;
    while (!left.empty()) {
        const auto run = first_run(left);
        left = left.subspan(run.size());
        const MapTransition& row = run.front();
        if (!is_pair_of_maps_route(audit, row)) continue;
        const Gap gap = gap_in(audit, run);
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
