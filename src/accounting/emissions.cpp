#include "accounting/emissions.hpp"

#include <algorithm>

#include "accounting/emission_factor.hpp"
#include "accounting/map_change.hpp"
#include "accounting/mapped_loss.hpp"

namespace reddline::accounting {

namespace {

/// What the later map says a stratum is, since legends may differ; an unknown destination is not forest.
Destination destination_of(const AuditCase& audit, const Activity& row) {
    const auto pair = map_pair(audit);
    if (!row.to || !pair.given()) return {row.to, StratumKind::non_forest};
    const Legend& legend = audit.maps[pair.value().to].legend;
    const auto index = legend.index_of(*row.to);
    return {row.to, index ? legend.strata()[*index].kind : StratumKind::non_forest};
}

void add(EmissionTable& table, const StratumYear& amount) {
    const auto same = std::ranges::find_if(
        table, [&](const StratumYear& row) { return row.stratum == amount.stratum && row.year == amount.year; });
    if (same == table.end()) {
        table.push_back(amount);
    } else {
        same->area += amount.area;
        same->emission += amount.emission;
    }
}

}  // namespace

Answer<ActivityData> activity_data(const AuditCase& audit, std::size_t zone, const Reading& reading) {
    if (reading.route == Route::loss) return loss_activity(audit, zone, reading);
    const auto pair = map_pair(audit);
    if (!pair.given()) return pair.refusal();
    return map_activity(audit, zone, pair.value());
}

Answer<EmissionTable> emissions(const AuditCase& audit, const ActivityData& activity, const Reading& reading) {
    if (!audit.factors) return Refusal{"no carbon factors: give [carbon] factors"};
    EmissionTable table;
    for (const Activity& row : activity.rows) {
        if (row.kind != StratumKind::forest || row.area == Hectares{}) continue;
        const Destination destination = destination_of(audit, row);
        if (destination.kind == StratumKind::forest && reading.arcs == Arcs::option_1) continue;
        const auto factor = emission_factor(*audit.factors, row.from, destination, reading.post);
        if (!factor.given()) return factor.refusal();
        if (factor.value() <= TonnesCO2ePerHa{}) continue;
        add(table, {row.from, row.year, row.area, row.area * factor.value()});
    }
    return table;
}

}  // namespace reddline::accounting
