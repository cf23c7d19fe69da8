#include "accounting/emissions.hpp"

#include <algorithm>

#include "accounting/emission_factor.hpp"
#include "accounting/map_change.hpp"
#include "accounting/mapped_loss.hpp"
#include "accounting/reported_loss.hpp"
#include "accounting/sampled_loss.hpp"
#include "domain/credit_model.hpp"

namespace reddline::accounting {

namespace {

/// What the later map says a stratum is, since legends may differ; an unknown destination is not forest.
StratumKind kind_of_destination(const AuditCase& audit, Route route, const std::string& stratum) {
    if (route != Route::maps) return audit.kind_of(stratum).value_or(StratumKind::non_forest);
    const auto pair = map_pair(audit);
    if (!pair.given()) return StratumKind::non_forest;
    const Legend& legend = audit.maps[pair.value().to].legend;
    const auto index = legend.index_of(stratum);
    return index ? legend.strata()[*index].kind : StratumKind::non_forest;
}

Destination destination_of(const AuditCase& audit, Route route, const Activity& row) {
    return {row.to, row.to ? kind_of_destination(audit, route, *row.to) : StratumKind::non_forest};
}

/// What a hectare of the row emits; 0 where it was no forest or its transition does not count.
Answer<TonnesCO2ePerHa> counted_factor(const AuditCase& audit, const CarbonTable& factors, Route route,
                                       const Activity& row, const Reading& reading) {
    if (row.kind != StratumKind::forest) return TonnesCO2ePerHa{};
    const Destination destination = destination_of(audit, route, row);
    if (destination.kind == StratumKind::forest && reading.arcs == Arcs::option_1) return TonnesCO2ePerHa{};
    const auto factor = emission_factor(factors, row.from, destination, reading.post);
    if (!factor.given()) return factor.refusal();
    return std::max(factor.value(), TonnesCO2ePerHa{});
}

Flow flow_of(const AuditCase& audit, const ActivityData& activity, const Activity& row, PostStock post) {
    const Destination destination = destination_of(audit, activity.route, row);
    const std::string* const after = stock_after(destination, post);
    Flow flow{after == nullptr ? std::string{} : *after, row.area, std::nullopt};
    if (row.standard_error) {
        // The rows of one change in all years come from one estimate.
        const std::string& zone = audit.zones[activity.zone].zone.name;
        flow.error = AreaError{area_input(zone, row.from, row.to), *row.standard_error};
    }
    return flow;
}

void add(EmissionTable& table, const Activity& activity, TonnesCO2e emission, const Flow& flow) {
    const auto same = std::ranges::find_if(
        table, [&](const StratumYear& row) { return row.stratum == activity.from && row.year == activity.year; });
    if (same == table.end()) {
        table.push_back({activity.from, activity.year, activity.area, emission, {flow}});
    } else {
        *same->area += activity.area;
        same->emission += emission;
        same->flows.push_back(flow);
    }
}

}  // namespace

Answer<ActivityData> activity_data(const Workings& workings, std::size_t zone, const Reading& reading) {
    const AuditCase& audit = workings.audit();
    if (reading.route == Route::reported) return reported_activity(audit, zone);
    if (reading.route == Route::sample) return sampled_activity(audit, zone);
    if (!audit.has_pixels()) return Refusal{"no pixel was counted: give [loss] and [[zones]]"};
    if (reading.route == Route::loss) return loss_activity(workings, zone, reading);
    const auto pair = map_pair(audit);
    if (!pair.given()) return pair.refusal();
    return map_activity(audit, zone, pair.value(), workings.map_changes(zone));
}

Answer<EmissionTable> emissions(const AuditCase& audit, const ActivityData& activity, const Reading& reading) {
    const CarbonTable* const factors = audit.factors_of(reading);
    if (factors == nullptr) return Refusal{"no carbon factors: give [carbon] factors"};
    EmissionTable table;
    for (const Activity& row : activity.rows) {
        if (row.area == Hectares{}) continue;
        const auto factor = counted_factor(audit, *factors, activity.route, row, reading);
        if (!factor.given()) return factor.refusal();
        if (factor.value() <= TonnesCO2ePerHa{}) continue;
        add(table, row, row.area * factor.value(), flow_of(audit, activity, row, reading.post));
    }
    return table;
}

Answer<std::vector<Activity>> uncounted(const AuditCase& audit, const ActivityData& activity, const Reading& reading) {
    const CarbonTable* const factors = audit.factors_of(reading);
    if (factors == nullptr) return Refusal{"no carbon factors: give [carbon] factors"};
    std::vector<Activity> rows;
    for (const Activity& row : activity.rows) {
        if (row.area == Hectares{}) continue;
        const auto factor = counted_factor(audit, *factors, activity.route, row, reading);
        if (!factor.given()) return factor.refusal();
        if (factor.value() == TonnesCO2ePerHa{}) rows.push_back(row);
    }
    return rows;
}

}  // namespace reddline::accounting
