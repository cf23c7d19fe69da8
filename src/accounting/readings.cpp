#include "accounting/readings.hpp"

#include <algorithm>
#include <optional>

#include "accounting/factor_coverage.hpp"
#include "accounting/map_change.hpp"

namespace reddline::accounting {

namespace {

std::optional<ReferenceKind> reference_kind(const AuditCase& audit) {
    if (audit.transitions) return ReferenceKind::transitions;
    if (audit.rate) {
        return audit.rate->base() == RateBase::forest ? ReferenceKind::rate_of_forest
                                                      : ReferenceKind::rate_of_territory;
    }
    if (audit.history) return ReferenceKind::history;
    return std::nullopt;
}

}  // namespace

Reading default_reading(const AuditCase& audit) {
    Reading reading;
    reading.strata_map = baseline_map(audit.maps);
    reading.forest = audit.forest;
    const bool all_have_stock = audit.factors && destinations_without_stock(audit).empty();
    reading.post = all_have_stock ? PostStock::post_stock : PostStock::zero;
    reading.reference = reference_kind(audit);
    return reading;
}

std::vector<ReadingResult> evaluate_readings(const AuditCase& audit) {
    std::vector<Route> routes{Route::loss};
    if (map_pair(audit).given()) routes.push_back(Route::maps);
    std::vector<ReadingResult> results;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role != ZoneRole::project) continue;
        for (const Route route : routes) {
            for (const Arcs arcs : {Arcs::option_1, Arcs::option_2}) {
                Reading reading = default_reading(audit);
                reading.route = route;
                reading.arcs = arcs;
                results.push_back({zone, reading, statement(audit, zone, reading)});
            }
        }
    }
    return results;
}

}  // namespace reddline::accounting
