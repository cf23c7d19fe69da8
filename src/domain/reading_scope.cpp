#include "domain/reading_scope.hpp"

#include <algorithm>

namespace reddline {

bool observes_destinations(const AuditCase& audit, Route route) {
    if (route == Route::maps) return true;
    if (route == Route::sample) return audit.sample && audit.sample->names_destinations();
    return route == Route::reported && audit.claim && audit.claim->names_destinations();
}

bool observes_degradation(const AuditCase& audit, Route route) {
    const auto is_forest = [&](const std::optional<std::string>& to) {
        return to && audit.kind_of(*to) == StratumKind::forest;
    };
    if (route == Route::sample) {
        return audit.sample && std::ranges::any_of(audit.sample->changes, is_forest, &SampledChange::to);
    }
    if (route != Route::reported) return route == Route::maps;
    return audit.claim && std::ranges::any_of(audit.claim->losses, is_forest, &ReportedLoss::to);
}

bool observes_zone(const AuditCase& audit, Route route, std::size_t zone) {
    const std::string& name = audit.zones[zone].zone.name;
    if (route == Route::sample) return audit.sample && audit.sample->speaks_of(name);
    return route != Route::reported || (audit.claim && audit.claim->reports(name));
}

bool has_part(const AuditCase& audit, const Reading& reading, Choice choice) {
    const bool by_transitions = audit.transitions_of(reading) != nullptr;
    switch (choice) {
        case Choice::strata:
            return !audit.maps.empty() && audit.has_pixels();
        case Choice::canopy_pct:
        case Choice::canopy_rule:
        case Choice::min_area:
            return reading.route != Route::maps && audit.has_pixels();
        case Choice::annualise:
        case Choice::intervals:
        case Choice::areas:
            return by_transitions;
        case Choice::arcs:
        case Choice::post:
            return by_transitions || observes_destinations(audit, reading.route);
        case Choice::factors:
            return !audit.factor_sets.empty();
        case Choice::reference:
            return !audit.references.empty();
        case Choice::route:
            return true;
    }
    return true;
}

Reading without_idle_choices(const AuditCase& audit, Reading reading, const Reading& standard) {
    for (const Choice choice : all_choices()) {
        if (has_part(audit, reading, choice)) continue;
        reading = with_choice_of(reading, choice, standard);
        // Where destinations have no part, nothing is taken to stand afterwards and no forest type turns into another.
        if (choice == Choice::arcs) reading.arcs = Arcs::option_1;
        if (choice == Choice::post) reading.post = PostStock::zero;
    }
    // This route takes its two maps, whichever map is listed first.
    if (reading.route == Route::maps) reading.strata_map = baseline_map(audit.maps);
    return reading;
}

}  // namespace reddline
